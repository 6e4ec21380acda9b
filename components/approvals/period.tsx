import { useTranslations } from 'next-intl';
import { useTermWords } from '@/components/questions/term-words';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { useFormats } from '@/lib/i18n/use-formats';

/** The asked period; one without dates asks for its policy's, which the approver may not read (look §13). */
export function Period({ schedule, now }: { schedule: AssignmentRequest['schedule']; now: number }) {
  const t = useTranslations('approvals');
  const formats = useFormats();
  const { term } = useTermWords(now);
  const expiration = schedule?.expiration ?? { kind: 'unspecified' as const };
  const start = schedule?.startDateTime ? t('from', { day: formats.day(schedule.startDateTime, now) }) : null;
  const isUsual = expiration.kind === 'unspecified';
  return (
    <p className="term-fact">
      <b className="b">{isUsual ? (start ?? t('usualPeriod')) : term(expiration)}</b>{' '}
      <span className="mut">{isUsual ? t('setByPolicy') : start}</span>
    </p>
  );
}
