import { useTranslations } from 'next-intl';
import { useTermWords } from '@/components/questions/term-words';
import { Link } from '@/components/ui/link';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { useAskedWords } from './way-terms';

/** The chosen policy beside the form. `change`: where another one can be chosen. */
export function PolicyFacts({ policy, now, change }: { policy: PolicyRequirements; now: number; change: string | null }) {
  const t = useTranslations('request-form.facts');
  const { term } = useTermWords(now);
  const asked = useAskedWords();
  const lasts = term(policy.expiration);
  return (
    <dl className="facts">
      <dt>{t('approval')}</dt>
      <dd>{t(policy.isApprovalRequiredForAdd ? 'needed' : 'notNeeded')}</dd>
      <dt>{t('lasts')}</dt>
      <dd>{policy.allowCustomAssignmentSchedule ? t('orDates', { term: lasts }) : lasts}</dd>
      <dt>{t('asked')}</dt>
      <dd>{asked(policy)}</dd>
      <dt>{t('policy')}</dt>
      <dd>
        <bdi>{policy.policyDisplayName}</bdi> {change && <Link href={change}>{t('change')}</Link>}
      </dd>
    </dl>
  );
}
