import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { Challenge } from '@/components/shell/challenge';
import { Messages } from '@/components/ui/messages';
import { SkeletonRows } from '@/components/ui/skeleton';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import { myAccessUrl } from '@/lib/my-access';
import { outcomeOf } from '@/lib/portal-error';
import { toTab, type Tab } from './assignment-row';
import { MyAccessBrowser } from './my-access-browser';
import { assignmentPage } from './read-assignments';

type Search = Record<string, string | string[] | undefined>;

/** What I can get into, and until when (mock 05): the first page in the HTML, the rest streams in. */
export async function MyAccessScreen({ search }: { search: Search }) {
  const viewer = await requireViewer();
  const show = Array.isArray(search.show) ? search.show[0] : search.show;
  return (
    <Messages namespaces={['assignments', 'status']}>
      <div className="page">
        <Suspense fallback={<Waiting />}>
          <MyAccess viewer={viewer} tab={toTab(show)} />
        </Suspense>
      </div>
    </Messages>
  );
}

async function MyAccess({ viewer, tab }: { viewer: Viewer; tab: Tab }) {
  const t = await getTranslations('assignments');
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const page = await outcomeOf(assignmentPage(graph));
  if (!page.ok) {
    return (
      <>
        <h1>{t('title')}</h1>
        <Challenge error={page.error} what={t('notHere')} />
      </>
    );
  }
  return <MyAccessBrowser first={page.value} now={graph.now().getTime()} tab={tab} myAccess={myAccessUrl()} />;
}

async function Waiting() {
  const t = await getTranslations('assignments');
  return (
    <>
      <header>
        <h1>{t('title')}</h1>
        <p className="mut">{t('intro')}</p>
      </header>
      <SkeletonRows count={5} />
    </>
  );
}
