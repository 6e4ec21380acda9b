import { CalendarClock, CalendarDays, Stamp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Cut } from '@/components/status/cut';
import type { Assignment } from '@/lib/entitlement/assignments';
import { endDay } from '@/lib/entitlement/end-day';
import { endingWords } from '@/components/status/ending-words';
import { useFormats } from '@/lib/i18n/use-formats';
import type { UpdateFacts } from './update-view';

/** What is true now and what the change means: present end, longest end, approval. */
export function UpdateAside({
  packageId,
  assignment,
  facts,
  now,
}: {
  packageId: string;
  assignment: Assignment;
  facts: UpdateFacts;
  now: number;
}) {
  const t = useTranslations('assignments.update');
  const formats = useFormats();
  const end = assignment.endDateTime && formats.day(endDay(assignment.endDateTime, formats.timeZone), now);
  const { requirements, lastDay, canExtend } = facts;
  return (
    <aside className="sticky" aria-label={t('asideLabel')}>
      <div className="panel">
        <Cut packageId={packageId} size="lg" tone={endingWords(assignment, now, formats).tone} />
        <ul className="inside mt-4">
          <li>
            <CalendarDays className="i" aria-hidden="true" />
            <span>{end ? t('endsNow', { day: end }) : t('endsNever')}</span>
          </li>
          {canExtend && (
            <li>
              <CalendarClock className="i" aria-hidden="true" />
              <span>{lastDay ? t('longest', { day: formats.day(lastDay, now) }) : t('longestNever')}</span>
            </li>
          )}
          <li>
            <Stamp className="i" aria-hidden="true" />
            <span>{t(requirements.isApprovalRequiredForUpdate ? 'needsApproval' : 'atOnce')}</span>
          </li>
        </ul>
        <p className="xs faint foot-line">{t('policy', { name: requirements.policyDisplayName })}</p>
      </div>
    </aside>
  );
}
