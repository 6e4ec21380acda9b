import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Messages } from '@/components/ui/messages';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import { paths } from '@/lib/paths';
import { outcomeOf } from '@/lib/portal-error';
import { ListUnread, ListWaiting } from '../list-states';
import { OthersBrowser } from './others-browser';
import { createdPage } from './read-created';
import { RequestViews } from './request-views';

/** What I asked for others: the first page in the HTML, the rest streams in. */
export async function OthersScreen({ search }: { search: string }) {
  const viewer = await requireViewer();
  return (
    <Messages namespaces={['requests', 'status', 'asked-for-others']}>
      <div className="page">
        <RequestViews at="others" />
        <Suspense fallback={<Waiting />}>
          <Others viewer={viewer} search={search} />
        </Suspense>
      </div>
    </Messages>
  );
}

async function Others({ viewer, search }: { viewer: Viewer; search: string }) {
  const t = await getTranslations('asked-for-others');
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const page = await outcomeOf(createdPage(viewer, graph));
  if (!page.ok) return <ListUnread title={t('title')} error={page.error} notHere={t('notHere')} />;
  return <OthersBrowser first={page.value} now={graph.now().getTime()} search={search} nothing={<NothingYet />} />;
}

async function NothingYet() {
  const t = await getTranslations('asked-for-others.empty');
  return (
    <EmptyState
      level={1}
      title={t('title')}
      action={
        <ButtonLink variant="primary" href={paths.team}>
          {t('action')}
        </ButtonLink>
      }
    >
      {t('text')}
    </EmptyState>
  );
}

async function Waiting() {
  const t = await getTranslations('asked-for-others');
  return <ListWaiting title={t('title')} intro={t('intro')} />;
}
