import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/people/avatar';
import { Cut } from '@/components/status/cut';
import { endDay } from '@/lib/entitlement/end-day';
import type { Person } from '@/lib/entitlement/people';
import { useFormats } from '@/lib/i18n/use-formats';
import type { TeamAccess } from './read-team';

interface Props {
  person: Person;
  isChosen: boolean;
  onToggle: () => void;
  /** What they have; null where the service does not tell. */
  held: readonly TeamAccess[] | null;
  /** All of the team's access has been read. */
  isWhole: boolean;
  /** Graph's now, UTC ms. */
  now: number;
}

/** One person of the team: to be chosen, with what they have behind a disclosure. */
export function TeamMember({ person, isChosen, onToggle, held, isWhole, now }: Props) {
  const t = useTranslations('team');
  const formats = useFormats();
  const { id, displayName, mail, userPrincipalName, isGuest } = person;
  return (
    <li className="item member">
      <label className="row who">
        <input type="checkbox" className="check" checked={isChosen} onChange={onToggle} />
        <Avatar name={displayName} guest={isGuest} />
        <span className="grow">
          <bdi className="name">{displayName}</bdi>
          <bdi className="sm mut">{mail || userPrincipalName}</bdi>
        </span>
      </label>
      {held && held.length > 0 && (
        <details className="held">
          <summary>
            {t('held', { count: held.length, whole: String(isWhole) })}
            <span className="vh">
              : <bdi>{displayName}</bdi>
            </span>
          </summary>
          <ul className="inside" id={`held-${id}`}>
            {held.map((access) => (
              <li key={access.id}>
                <Cut packageId={access.packageId} size="sm" />
                <bdi>{access.packageName}</bdi>
                {access.endDateTime && (
                  <span className="sm mut">{t('until', { day: formats.day(endDay(access.endDateTime, formats.timeZone), now) })}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {held?.length === 0 && isWhole && <p className="sm mut">{t('nothing')}</p>}
    </li>
  );
}
