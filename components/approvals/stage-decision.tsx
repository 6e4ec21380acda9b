import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ApprovalStage } from '@/lib/entitlement/approvals';

/** What a stage decided: by whom and when as far as Graph tells, and the approver's words. */
export function StageDecision({ stage, now }: { stage: ApprovalStage; now: number }) {
  const t = useTranslations('approvals');
  const { reviewedBy, reviewedDateTime, justification } = stage;
  const result = stage.reviewResult === 'denied' ? 'denied' : stage.reviewResult === 'approved' ? 'approved' : 'decided';
  const name = reviewedBy?.displayName;
  return (
    <>
      <p>
        {name ? t.rich(`stage.${result}By`, { name: () => <bdi>{name}</bdi> }) : t(`stage.${result}`)}
        {reviewedDateTime !== null && (
          <>
            {t('comma')}
            <RelativeTime value={reviewedDateTime} now={now} within />
          </>
        )}
      </p>
      {justification && (
        <p className="mut said" dir="auto">
          {justification}
        </p>
      )}
    </>
  );
}
