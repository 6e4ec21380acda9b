import { KeyRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { graphFor, mayUse, requireViewer } from '@/lib/auth/guard';
import { keptAdminReach } from '@/lib/entitlement/administration';
import { assignments } from '@/lib/entitlement/assignments';
import { outcomeOf } from '@/lib/portal-error';
import { paths } from '@/lib/paths';
import { Challenge } from '@/components/shell/challenge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Messages } from '@/components/ui/messages';
import { SkeletonRows } from '@/components/ui/skeleton';
import { AssignmentFilters } from './assignment-filters';
import { AssignmentsBoard } from './assignments-board';
import { type ListFilter, readFilter, writeFilter } from './admin-view';
import { ClosedPanel } from './closed-panel';
import { RememberAdministration } from '@/components/shell/remember-administration';

/** Who holds what, as far as the administrator may read it (mock 07). One round trip: the probe and the first page side by side. */
export async function AssignmentsScreen({ search }: { search: Record<string, string | string[] | undefined> }) {
  await requireViewer();
  const filter = readFilter(search);
  return (
    <Messages namespaces={['admin', 'status', 'people', 'questions', 'request-form']}>
      <Suspense key={writeFilter(filter)} fallback={<Waiting />}>
        <Board filter={filter} />
      </Suspense>
    </Messages>
  );
}

async function Waiting() {
  const t = await getTranslations('admin');
  return (
    <>
      <div className="bar">
        <h1 className="grow">{t('title')}</h1>
      </div>
      <SkeletonRows count={12} shape="table" />
    </>
  );
}

async function Board({ filter }: { filter: ListFilter }) {
  const t = await getTranslations('admin');
  const viewer = await requireViewer();
  if (!mayUse(viewer, 'admin')) return <ClosedPanel />;
  const graph = await graphFor(viewer, 'EntitlementManagement.Read.All');
  const [reach, page] = await Promise.all([outcomeOf(keptAdminReach(graph, viewer.sessionId)), outcomeOf(assignments(graph, filter))]);
  if (!reach.ok) {
    return (
      <div className="page">
        <h1 className="vh">{t('title')}</h1>
        <Challenge error={reach.error} />
      </div>
    );
  }
  if (reach.value.kind === 'none') return <ClosedPanel />;
  const mustChoose = reach.value.kind === 'catalogs' && !filter.accessPackageId;
  return (
    <>
      <RememberAdministration />
      <AssignmentFilters filter={filter}>
        <ButtonLink variant="primary" href={paths.adminAssign}>
          {t('assign')}
        </ButtonLink>
      </AssignmentFilters>
      {mustChoose ? (
        <EmptyState icon={<KeyRound className="i l" aria-hidden="true" />} title={t('choosePackage')}>
          {t('choosePackageHint')}
        </EmptyState>
      ) : page.ok ? (
        <AssignmentsBoard key={writeFilter(filter)} filter={filter} first={page.value} now={graph.now().getTime()} />
      ) : (
        <div className="page">
          <Challenge error={page.error} />
        </div>
      )}
    </>
  );
}
