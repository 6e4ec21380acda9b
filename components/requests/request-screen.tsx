import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { Challenge } from '@/components/shell/challenge';
import { Messages } from '@/components/ui/messages';
import { SkeletonLine, SkeletonRows } from '@/components/ui/skeleton';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import { paths } from '@/lib/paths';
import { outcomeOf } from '@/lib/portal-error';
import { followRequest } from './follow-request';
import { MissingRequest } from './missing-request';
import { RequestPage } from './request-page';
import { UnlistedRequest } from './unlisted-request';

/** One request of mine (mocks 04b, 04c): where it stands, what happens next, what was sent. `id` may also be a submission's key. */
export async function RequestScreen({ id }: { id: string }) {
  const viewer = await requireViewer();
  return (
    <Messages namespaces={['requests', 'status', 'asked-for-others', 'notices']}>
      <div className="page">
        <Suspense fallback={<Waiting />}>
          <Request viewer={viewer} id={id} />
        </Suspense>
      </div>
    </Messages>
  );
}

async function Request({ viewer, id }: { viewer: Viewer; id: string }) {
  const t = await getTranslations('requests');
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const read = await outcomeOf(followRequest(viewer, graph, id));
  if (!read.ok) {
    return (
      <>
        <h1 className="vh">{t('one')}</h1>
        <Challenge error={read.error} what={t('oneNotHere')} />
      </>
    );
  }
  const found = read.value;
  if (found.kind === 'elsewhere') redirect(paths.request(found.requestId));
  if (found.kind === 'missing') return <MissingRequest />;
  if (found.kind === 'unlisted') return <UnlistedRequest id={id} found={found} now={graph.now().getTime()} />;
  return <RequestPage row={found.row} graph={graph} oid={viewer.oid} />;
}

async function Waiting() {
  const t = await getTranslations('requests');
  return (
    <>
      <header>
        <h1 className="vh">{t('one')}</h1>
        <SkeletonLine width="30%" size={1.25} />
        <p className="foot-line">
          <SkeletonLine width="55%" size={2} />
        </p>
      </header>
      <SkeletonRows count={3} shape="feed" />
    </>
  );
}
