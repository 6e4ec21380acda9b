import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Suspense, type ReactNode } from 'react';
import { Challenge } from '@/components/shell/challenge';
import { Messages } from '@/components/ui/messages';
import { SkeletonRows } from '@/components/ui/skeleton';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import { myAccessUrl } from '@/lib/my-access';
import { ApprovalQueue } from './approval-queue';
import { toApprovalRow } from './approval-row';
import { OutboxProvider } from './outbox/outbox';
import { firstPending } from './read-approval';
import { SelectionProvider } from './selection';
import { Split } from './split';

/** What waits for my decision (mock 06): the queue stays while requests are opened beside it. */
export async function ApprovalsFrame({ children }: { children: ReactNode }) {
  await requireViewer();
  return (
    <Messages namespaces={['approvals', 'questions']}>
      <OutboxProvider>
        <SelectionProvider>
          <Split
            queue={
              <Suspense fallback={<Waiting />}>
                <Queue />
              </Suspense>
            }
          >
            {children}
          </Split>
        </SelectionProvider>
      </OutboxProvider>
    </Messages>
  );
}

async function Queue() {
  const t = await getTranslations('approvals');
  const page = await firstPending();
  if (!page.ok) {
    return (
      <section className="queue" aria-label={t('title')}>
        <Bar />
        <Challenge error={page.error} what={t('notHere')} />
      </section>
    );
  }
  const viewer = await requireViewer();
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const first = { rows: page.value.rows.map((row) => toApprovalRow(row, viewer.oid)), next: page.value.next };
  return <ApprovalQueue first={first} now={graph.now().getTime()} myAccess={myAccessUrl()} />;
}

function Waiting() {
  return (
    <section className="queue">
      <Bar />
      <SkeletonRows count={8} shape="table" />
    </section>
  );
}

function Bar() {
  const t = useTranslations('approvals');
  return (
    <div className="bar">
      <p className="h1 grow">{t('title')}</p>
    </div>
  );
}
