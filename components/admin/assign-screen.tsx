import { ArrowLeft } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { graphFor, mayUse, requireViewer } from '@/lib/auth/guard';
import { keptAdminReach } from '@/lib/entitlement/administration';
import { outcomeOf } from '@/lib/portal-error';
import { paths } from '@/lib/paths';
import { Challenge } from '@/components/shell/challenge';
import { Link } from '@/components/ui/link';
import { Messages } from '@/components/ui/messages';
import { SkeletonRows } from '@/components/ui/skeleton';
import { AssignForm } from './assign-form';
import { readFilter } from './admin-view';
import { ClosedPanel } from './closed-panel';

/** Assigning one person, or a few who share the answers (mock 12). */
export async function AssignScreen({ search }: { search: Record<string, string | string[] | undefined> }) {
  await requireViewer();
  const t = await getTranslations('admin');
  return (
    <Messages namespaces={['admin', 'status', 'people', 'questions']}>
      <div className="assign">
        <div className="bar">
          <Link className="btn quiet icon" href={paths.adminAssignments} aria-label={t('backToList')}>
            <ArrowLeft className="i flip" aria-hidden="true" />
          </Link>
          <h1 className="grow">{t('assignTitle')}</h1>
        </div>
        <Suspense fallback={<SkeletonRows count={6} shape="table" />}>
          <Body search={search} />
        </Suspense>
      </div>
    </Messages>
  );
}

async function Body({ search }: { search: Record<string, string | string[] | undefined> }) {
  const viewer = await requireViewer();
  if (!mayUse(viewer, 'admin')) return <ClosedPanel level={2} />;
  const graph = await graphFor(viewer, 'EntitlementManagement.Read.All');
  const reach = await outcomeOf(keptAdminReach(graph, viewer.sessionId));
  if (!reach.ok) {
    return (
      <div className="page">
        <Challenge error={reach.error} />
      </div>
    );
  }
  if (reach.value.kind === 'none') return <ClosedPanel level={2} />;
  const { accessPackageId, packageName } = readFilter(search);
  const chosen = accessPackageId && packageName ? { id: accessPackageId, name: packageName } : null;
  return <AssignForm chosen={chosen} now={graph.now().getTime()} />;
}
