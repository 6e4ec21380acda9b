'use client';

import { useTranslations } from 'next-intl';
import { PeopleField, type ChosenPerson } from '@/components/people/people-field';
import { useViewer } from '@/components/shell/viewer-context';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { ErrorPanel } from '@/components/ui/error-panel';
import { MOST_PEOPLE } from '@/lib/drafts/bounds';
import { isSame, type ForWhom } from './pairs';
import { useReports } from './use-reports';

interface Props {
  people: readonly ForWhom[];
  onChange: (people: ForWhom[]) => void;
}

/** Myself and my direct reports to tick, and anybody of the directory by name. Whether a policy admits the pair is learnt from sending. */
export default function PeoplePicker({ people, onChange }: Props) {
  const t = useTranslations('for-others.pick');
  const { oid, name, upn } = useViewer();
  const { team, retry } = useReports();
  const me: ForWhom = { objectId: oid, displayName: name, email: upn, isGuest: false };
  const reports = team?.ok ? team.value.people : [];
  const near = [me, ...reports.filter(({ objectId }) => !isSame(objectId, oid))];
  const isNear = ({ objectId }: Pick<ForWhom, 'objectId'>) => near.some((each) => isSame(each.objectId, objectId));
  const others = people.filter((person) => !isNear(person));
  const change = (next: readonly ForWhom[]) => {
    // In the order of the list, then as they were found by name.
    const all = [
      ...near.filter((person) => next.some(({ objectId }) => isSame(objectId, person.objectId))),
      ...next.filter((person) => !isNear(person)),
    ];
    // Nobody is pushed out: whoever is too many is not taken in, and the note below says why.
    if (all.length <= MOST_PEOPLE || all.length < people.length) onChange(all);
  };
  return (
    <>
      <div className={near.length > 8 ? 'pick-list' : undefined}>
        <ChoiceGroup
          type="checkbox"
          label={t(reports.length > 0 ? 'team' : 'you')}
          hint={reports.length > 0 ? t('teamHint') : undefined}
          name="people-near"
          choices={near.map(({ objectId, displayName, email, isGuest }) => ({
            value: objectId,
            label: <bdi>{isSame(objectId, oid) ? t('yourself', { name: displayName }) : displayName}</bdi>,
            hint: isSame(objectId, oid) ? undefined : <bdi>{isGuest ? t('guest', { email }) : email}</bdi>,
          }))}
          value={people.map(({ objectId }) => near.find((each) => isSame(each.objectId, objectId))?.objectId ?? objectId)}
          onChange={(ids) => change([...near.filter(({ objectId }) => ids.includes(objectId)), ...others])}
        />
      </div>
      {team === null && (
        <p className="sm mut mt-2" role="status">
          {t('reading')}
        </p>
      )}
      {team && !team.ok && (
        <div className="mt-4">
          <ErrorPanel error={team.error} what={t('unread')} onRetry={retry} />
        </div>
      )}
      {team?.ok && !team.value.complete && <p className="hint mt-2">{t('notAll', { count: reports.length })}</p>}
      <div className="mt-6">
        <PeopleField
          label={t('anyone')}
          hint={t('anyoneHint')}
          people={others.map(toChosen)}
          onChange={(chosen) => change([...people.filter(isNear), ...chosen.flatMap(fromChosen)])}
        />
      </div>
      {people.length >= MOST_PEOPLE && (
        <p className="hint mt-2" role="status">
          {t('most', { count: MOST_PEOPLE })}
        </p>
      )}
    </>
  );
}

function toChosen({ objectId, displayName, email, isGuest }: ForWhom): ChosenPerson {
  return { objectId, name: displayName, email, isGuest };
}

function fromChosen({ objectId, name, email, isGuest }: ChosenPerson): ForWhom[] {
  return objectId === null ? [] : [{ objectId, displayName: name, email, isGuest }];
}
