import { AppWindow, Folder, Package, UsersRound, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Cut } from '@/components/status/cut';
import { Link } from '@/components/ui/link';
import type { ResourceRole } from '@/lib/entitlement/access-packages';
import type { Approval } from '@/lib/entitlement/approvals';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { paths } from '@/lib/paths';
import { Answers } from './answers';
import { FurtherFacts } from './further-facts';
import { Period } from './period';
import type { MoreFacts } from './read-facts';
import type { Standing } from './standing';

const icons: Record<ResourceRole['kind'], LucideIcon> = { application: AppWindow, group: UsersRound, site: Folder, other: Package };

interface Props {
  request: AssignmentRequest;
  approval: Approval | null;
  standing: Standing;
  facts: MoreFacts;
  now: number;
}

/** Package and contents, period, the requestor's words, answers beside their questions, and what else is readable. */
export function RequestFacts({ request, approval, standing, facts, now }: Props) {
  const t = useTranslations('approvals');
  const { accessPackage } = request;
  return (
    <>
      <div className="strip">
        <Cut packageId={accessPackage?.id ?? request.id} size="lg" />
        <div className="grow">
          <p className="b">
            {accessPackage ? (
              <Link href={paths.accessPackage(accessPackage.id)} prefetch={false}>
                <bdi>{accessPackage.displayName}</bdi>
              </Link>
            ) : (
              t('unknownPackage')
            )}
          </p>
          {facts.contents !== null && facts.contents.length > 0 && <Contents roles={facts.contents} />}
        </div>
        <Period schedule={request.schedule} now={now} />
      </div>
      {request.justification ? (
        <blockquote className="quote">
          <p className="said" dir="auto">
            {request.justification}
          </p>
        </blockquote>
      ) : (
        <p className="mut quote-none">{t('noReason')}</p>
      )}
      <Answers answers={request.answers} questions={facts.questions} />
      <FurtherFacts request={request} approval={approval} standing={standing} facts={facts} now={now} />
    </>
  );
}

function Contents({ roles }: { roles: readonly ResourceRole[] }) {
  const t = useTranslations('approvals');
  return (
    <ul className="row wrap mut strip-roles" aria-label={t('contents')}>
      {roles.map((role) => {
        const Icon = icons[role.kind];
        return (
          <li key={role.id} className="row">
            <Icon className="i s" aria-hidden="true" />
            <span>
              <bdi>{role.resourceName}</bdi>
              {role.roleName && (
                <>
                  {t('comma')}
                  <bdi>{role.roleName}</bdi>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
