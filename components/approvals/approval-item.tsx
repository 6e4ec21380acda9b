import { Check, Hourglass, Search, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/people/avatar';
import { classes } from '@/components/ui/classes';
import { Link } from '@/components/ui/link';
import { Tag, type Tone } from '@/components/ui/tag';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import type { ApprovalRow } from './approval-row';
import type { Mark } from './outbox/outgoing';

interface Props {
  row: ApprovalRow;
  now: number;
  /** When Graph denies it by itself, UTC ISO 8601; null where that is not known. */
  deadline: string | null;
  isCurrent: boolean;
  isSelected: boolean;
  /** How a decision of mine about it stands. */
  mark: Mark | undefined;
  onSelect: () => void;
}

const LOOKS: Record<Mark['kind'], { tone: Tone; icon: LucideIcon }> = {
  waiting: { tone: 'wait', icon: Hourglass },
  sending: { tone: 'wait', icon: Hourglass },
  looking: { tone: 'wait', icon: Search },
  unknown: { tone: 'ask', icon: TriangleAlert },
  error: { tone: 'stop', icon: TriangleAlert },
  sent: { tone: 'open', icon: Check },
};

/** One request that waits: who asks, for whom, for what, since how many days. The whole row opens it, its box selects it. */
export function ApprovalItem({ row, now, deadline, isCurrent, isSelected, mark, onSelect }: Props) {
  const t = useTranslations('approvals');
  const formats = useFormats();
  const name = row.requestor ?? t('somebody');
  const what = row.accessPackage?.name ?? t('unknownPackage');
  return (
    <li className={classes('q', isCurrent && 'on')} data-id={row.id}>
      <label className="q-box">
        <input
          type="checkbox"
          className="check"
          checked={isSelected}
          onChange={onSelect}
          aria-label={t('select.one', { name, package: what })}
        />
      </label>
      <Avatar name={row.requestor ?? ''} guest={row.isGuest} />
      <div>
        <p className="b">
          <Link href={paths.approval(row.id)} aria-current={isCurrent ? 'true' : undefined} prefetch={false}>
            <bdi>{name}</bdi>
          </Link>
        </p>
        <p className="mut xs">
          <bdi>{what}</bdi>
          {row.target !== null && t.rich('rowFor', { name: () => <bdi>{row.target}</bdi> })}
          {row.isGuest && t('rowGuest')}
        </p>
      </div>
      <p className="due mut">
        {mark ? (
          <Tag bare tone={LOOKS[mark.kind].tone} icon={mark.kind === 'sent' && mark.decision === 'Deny' ? X : LOOKS[mark.kind].icon}>
            {t(`mark.${mark.kind}`, { decision: mark.decision })}
          </Tag>
        ) : (
          <>
            {row.createdDateTime !== null && (
              <time dateTime={row.createdDateTime} title={formats.instant(row.createdDateTime)}>
                {t('age', { days: Math.max(0, -formats.daysUntil(row.createdDateTime, now)) })}
              </time>
            )}
            {deadline !== null && (
              <time className="by" dateTime={deadline} title={formats.instant(deadline)}>
                {t('answerBy', { day: formats.dayMonth(deadline) })}
              </time>
            )}
          </>
        )}
      </p>
    </li>
  );
}
