import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { Challenge } from '@/components/shell/challenge';
import { SkeletonLine, SkeletonRows } from '@/components/ui/skeleton';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import { outcomeOf } from '@/lib/portal-error';
import { ApprovalPanel } from './approval-panel';
import { firstPending, readApproval } from './read-approval';

/** One request to decide (mock 06b). The buttons come with the facts, never before them. */
export async function ApprovalScreen({ id }: { id: string }) {
  const viewer = await requireViewer();
  return (
    <section className="decide" aria-labelledby="approval">
      <Suspense key={id} fallback={<Waiting />}>
        <Approval viewer={viewer} id={id} />
      </Suspense>
    </section>
  );
}

async function Approval({ viewer, id }: { viewer: Viewer; id: string }) {
  const t = await getTranslations('approvals');
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const read = await outcomeOf(readApproval(viewer, graph, id, firstPending()));
  if (read.ok) return <ApprovalPanel viewer={viewer} graph={graph} id={id} reading={read.value} />;
  return (
    <div className="body">
      <h1 id="approval" className="vh">
        {t('one')}
      </h1>
      <Challenge error={read.error} what={t('oneNotHere')} />
    </div>
  );
}

async function Waiting() {
  const t = await getTranslations('approvals');
  return (
    <div className="body">
      <h1 id="approval" className="vh">
        {t('one')}
      </h1>
      <SkeletonLine width="45%" size={2} />
      <SkeletonRows count={4} shape="feed" />
    </div>
  );
}
