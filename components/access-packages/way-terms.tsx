import { CalendarDays, Check, Hourglass, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTermWords } from '@/components/questions/term-words';
import type { PolicyRequirements } from '@/lib/entitlement/policies';

/** What a policy asks and gives, always in this order: approval, how long, what is asked. `now` is Graph's, UTC ms. */
export function WayTerms({ policy, now }: { policy: PolicyRequirements; now: number }) {
  const t = useTranslations('access-packages.way');
  const { lasts } = useTermWords(now);
  const Approval = policy.isApprovalRequiredForAdd ? Hourglass : Check;
  return (
    <ul className="terms">
      <li>
        <Approval className="i s" aria-hidden="true" />
        <span>{t(policy.isApprovalRequiredForAdd ? 'needsApproval' : 'noApproval')}</span>
      </li>
      <li>
        <CalendarDays className="i s" aria-hidden="true" />
        <span>{lasts(policy.expiration, policy.allowCustomAssignmentSchedule)}</span>
      </li>
      <li>
        <Pencil className="i s" aria-hidden="true" />
        <span>{useAskedWords()(policy)}</span>
      </li>
      {policy.hasUnknownRequiredQuestion && (
        <li>
          <span>{t('unknownQuestion')}</span>
        </li>
      )}
    </ul>
  );
}

/** What is asked, in words: "2 questions, and why", "Nothing is asked". */
export function useAskedWords() {
  const t = useTranslations('access-packages.way');
  return (policy: Pick<PolicyRequirements, 'questions' | 'isRequestorJustificationRequired'>) =>
    t('asked', { count: policy.questions.length, why: String(policy.isRequestorJustificationRequired) });
}
