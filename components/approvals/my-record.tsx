import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import type { MyDecision } from '@/lib/submissions/decisions';

/** What the portal itself kept of my decision: Graph stops listing it. */
export function MyRecord({ mine, now }: { mine: MyDecision; now: number }) {
  const t = useTranslations('approvals.record');
  const key = mine.decision === 'Approve' ? 'approved' : 'denied';
  return (
    <p>
      {t.rich(mine.targetName === null ? key : `${key}For`, {
        target: () => <bdi>{mine.targetName}</bdi>,
        when: () => <RelativeTime value={mine.decidedDateTime} now={now} within />,
      })}{' '}
      {mine.accessPackage?.name && <bdi className="mut">{mine.accessPackage.name}</bdi>}
    </p>
  );
}
