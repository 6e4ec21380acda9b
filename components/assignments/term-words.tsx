import { Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { EndingWords } from '@/components/status/ending-words';
import { StateTag } from '@/components/status/state-tag';
import { Term } from '@/components/status/term';
import { useFormats } from '@/lib/i18n/use-formats';
import { endOf, type AssignmentRow } from './assignment-row';

/** How much of the period is spent; nothing where an end is missing. */
export function Spent({ row, now, tone }: { row: AssignmentRow; now: number; tone: EndingWords['tone'] }) {
  const end = endOf(row);
  if (!row.startDateTime || !end) return null;
  return (
    <Term start={Date.parse(row.startDateTime)} end={Date.parse(end)} now={now} tone={tone === 'ask' || tone === 'over' ? tone : 'open'} />
  );
}

/** Since when, and by which policy. */
export function Since({ row, now }: { row: AssignmentRow; now: number }) {
  const t = useTranslations('assignments');
  const formats = useFormats();
  if (!row.startDateTime) return row.policyDisplayName ? <bdi>{row.policyDisplayName}</bdi> : t('sinceUnknown');
  const day = formats.day(row.startDateTime, now);
  if (!row.policyDisplayName) return t('since', { day });
  return t.rich('sinceBy', { day, policy: () => <bdi>{row.policyDisplayName}</bdi> });
}

/** How long still and until when, or the state where that is what matters. `lines`: one under the other. */
export function Until({ row, words, now, lines }: { row: AssignmentRow; words: EndingWords; now: number; lines?: boolean }) {
  const t = useTranslations('assignments');
  const formats = useFormats();
  const between = lines ? <br /> : `${t('comma')} `;
  const until = words.endDay && <span className="mut">{t('until', { day: formats.day(words.endDay, now) })}</span>;
  if (row.openRequest) {
    return (
      <>
        {t(row.openRequest.requestType === 'userRemove' ? 'beingGivenBack' : 'changeOnItsWay')}
        {until && between}
        {until}
      </>
    );
  }
  if (words.word === 'endsSoon') {
    return (
      <>
        <span className="bare ask b">
          <Clock className="i" aria-hidden="true" />
          {t('daysLeft', { days: words.daysLeft ?? 0 })}
        </span>
        {between}
        {until}
      </>
    );
  }
  if (words.word !== 'active') {
    return (
      <>
        <StateTag word={words.word} bare />
        {until && words.word === 'ended' && (
          <>
            {between}
            <span className="mut">{t('endedOn', { day: formats.day(words.endDay ?? '', now) })}</span>
          </>
        )}
        {until && words.word === 'partiallyDelivered' && (
          <>
            {between}
            {until}
          </>
        )}
      </>
    );
  }
  if (until) {
    return (
      <>
        {t('daysLeft', { days: Math.max(0, words.daysLeft ?? 0) })}
        {between}
        {until}
      </>
    );
  }
  if (words.end === 'never') {
    return (
      <>
        {t('noEnd')}
        {between}
        <span className="mut">{t('nothingToExtend')}</span>
      </>
    );
  }
  return t('endUnknown');
}
