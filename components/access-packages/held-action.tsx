import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import type { Assignment } from '@/lib/entitlement/assignments';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { paths } from '@/lib/paths';

interface Props {
  assignment: Pick<Assignment, 'id' | 'policyId' | 'endDateTime'>;
  policies: readonly PolicyRequirements[];
}

/** I hold it: Extend, where a policy admits me, with what an extension needs; else the button with the reason why not. */
export function HeldAction({ assignment, policies }: Props) {
  const t = useTranslations('access-packages.held');
  if (assignment.endDateTime === null) return <p className="sm mut">{t('noEnd')}</p>;
  // An assignment of another policy than those that admit me (given by an administrator) cannot be extended by me.
  const fits = assignment.policyId === null ? policies : policies.filter((policy) => policy.policyId === assignment.policyId);
  const own = fits.length === 1 ? fits[0] : undefined;
  if (fits.length === 0) {
    return (
      <p className="row wrap">
        <Button reason={t('noPolicy')}>{t('extend')}</Button>
      </p>
    );
  }
  return (
    <p className="row wrap foot-act">
      <ButtonLink variant="primary" href={paths.assignmentUpdate(assignment.id)}>
        {t('extend')}
      </ButtonLink>
      {own && <span className="sm mut only-wide">{t(own.isApprovalRequiredForUpdate ? 'needsApproval' : 'atOnce')}</span>}
    </p>
  );
}
