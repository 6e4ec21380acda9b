import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { paths } from '@/lib/paths';
import { isSameId, type RequestLink } from '@/lib/request-link';
import { HeldAction } from './held-action';
import type { Mine } from './mine';
import { LinkedWayGone } from './link-notes';
import { OneWay } from './one-way';
import type { Standing } from './standing';
import { WaysForm } from './ways-form';

interface Props {
  packageId: string;
  policies: PolicyRequirements[];
  standing: Standing | undefined;
  /** What the address brought along. */
  link: RequestLink;
  mine: Mine;
  myAccess: string | null;
  now: number;
}

/** The one thing to do with this package: extend it, follow it, or ask for it. */
export function Asking({ packageId, policies, standing, link, mine, myAccess, now }: Props) {
  const t = useTranslations('access-packages');
  const following = standing?.kind === 'held' ? standing.openRequestId : standing?.kind === 'onItsWay' ? standing.requestId : null;
  if (following || standing?.kind === 'onItsWay') {
    return (
      <p className="row wrap foot-act">
        <ButtonLink variant="primary" href={following ? paths.request(following) : paths.requests}>
          {t('row.follow')}
        </ButtonLink>
      </p>
    );
  }
  if (standing?.kind === 'held') {
    const assignment = mine.assignments.find(({ id }) => id === standing.assignmentId);
    return (
      <HeldAction
        assignment={{ id: standing.assignmentId, policyId: assignment?.policyId ?? null, endDateTime: standing.endDateTime }}
        policies={policies}
      />
    );
  }
  const [only, ...others] = policies;
  const { policyId } = link;
  const named = policyId === null ? undefined : policies.find((each) => isSameId(each.policyId, policyId))?.policyId;
  return (
    <>
      {policyId !== null && named === undefined && <LinkedWayGone count={policies.length} />}
      {only && others.length === 0 ? (
        <OneWay packageId={packageId} policy={only} reason={link.justification} now={now} myAccess={myAccess} />
      ) : (
        <WaysForm packageId={packageId} policies={policies} named={named} reason={link.justification} now={now} />
      )}
      <p className="sm mut mt-6 max-w-measure">{t('ways.checkedWhenSent')}</p>
      {!mine.readable && <p className="sm mut mt-2 max-w-measure">{t('notes.mineUnread')}</p>}
    </>
  );
}
