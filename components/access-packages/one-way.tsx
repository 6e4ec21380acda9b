import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { paths } from '@/lib/paths';
import { HandOver } from './hand-over';
import { WayTerms } from './way-terms';

interface Props {
  packageId: string;
  policy: PolicyRequirements;
  /** Words that a link brought for the justification; may be empty. */
  reason: string;
  now: number;
  /** The same package in My Access; null where there is no such page. */
  myAccess: string | null;
}

/** One policy admits me: the same box without a radio. */
export function OneWay({ packageId, policy, reason, now, myAccess }: Props) {
  const t = useTranslations('access-packages.ways');
  return (
    <section aria-label={t('oneWay')}>
      <div className="ways">
        <div className="way cursor-default hover:bg-raised">
          <div className="grow">
            <h2 className="b">
              <bdi>{policy.policyDisplayName}</bdi>
            </h2>
            {policy.policyDescription && (
              <p className="hint">
                <bdi>{policy.policyDescription}</bdi>
              </p>
            )}
            <WayTerms policy={policy} now={now} />
          </div>
        </div>
      </div>
      {policy.hasUnknownRequiredQuestion ? (
        <HandOver myAccess={myAccess} />
      ) : (
        <p className="row wrap foot-act mt-6">
          <ButtonLink variant="primary" href={paths.requestForm(packageId, policy.policyId, reason)}>
            {t('request')}
          </ButtonLink>
          <span className="sm mut only-wide">{t('nothingSentYet')}</span>
        </p>
      )}
    </section>
  );
}
