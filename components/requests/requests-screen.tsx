import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Messages } from '@/components/ui/messages';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import { paths } from '@/lib/paths';
import { outcomeOf } from '@/lib/portal-error';
import { rememberedPackages } from '@/lib/submissions/submit';
import { keptRequests } from './kept-requests';
import { ListUnread, ListWaiting } from './list-states';
import { RequestViews } from './others/request-views';
import { requestPage } from './read-requests';
import { toFilter, toKind } from './request-groups';
import { RequestsBrowser } from './requests-browser';

type Search = Record<string, string | string[] | undefined>;

/** Everything I asked for or others asked for me (mock 11): the first page in the HTML, the rest streams in. */
export async function RequestsScreen({ search }: { search: Search }) {
  const viewer = await requireViewer();
  return (
    <Messages namespaces={['requests', 'status', 'notices']}>
      <div className="page">
        <RequestViews at="mine" />
        <Suspense fallback={<Waiting />}>
          <Requests viewer={viewer} search={search} />
        </Suspense>
      </div>
    </Messages>
  );
}

async function Requests({ viewer, search }: { viewer: Viewer; search: Search }) {
  const t = await getTranslations('requests');
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const [page, remembered] = await Promise.all([outcomeOf(requestPage(viewer, graph)), rememberedPackages(viewer)]);
  if (!page.ok) return <ListUnread title={t('title')} error={page.error} notHere={t('notHere')} />;
  const now = graph.now().getTime();
  return (
    <RequestsBrowser
      first={page.value}
      now={now}
      kept={keptRequests(remembered, now)}
      oid={viewer.oid}
      sought={{
        filter: toFilter(one(search.show)),
        search: one(search.q)?.slice(0, 200) ?? '',
        kind: toKind(one(search.kind)),
        packageId: one(search.package)?.slice(0, 200) || null,
      }}
      nothing={<NothingYet />}
    />
  );
}

async function NothingYet() {
  const t = await getTranslations('requests.empty');
  return (
    <EmptyState
      level={1}
      title={t('title')}
      action={
        <ButtonLink variant="primary" href={paths.accessPackages}>
          {t('action')}
        </ButtonLink>
      }
    >
      {t('text')}
    </EmptyState>
  );
}

async function Waiting() {
  const t = await getTranslations('requests');
  return <ListWaiting title={t('title')} intro={t('intro')} />;
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
