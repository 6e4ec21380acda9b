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
import { CalendarNote, type CalendarRefusal } from './calendar-note';
import { MyAccessBrowser } from './my-access-browser';
import { assignmentPage } from './read-assignments';

type Search = Record<string, string | string[] | undefined>;

/** What I can get into, and until when (mock 05): the first page in the HTML, the rest streams in. */
export async function MyAccessScreen({ search }: { search: Search }) {
  const viewer = await requireViewer();
  return (
    <Messages namespaces={['assignments', 'calendar', 'status']}>
      <div className="page">
        <Suspense fallback={<Waiting />}>
          <MyAccess viewer={viewer} tab={toTab(one(search.show))} refusal={refusalOf(search)} />
        </Suspense>
      </div>
    </Messages>
  );
}

async function MyAccess({ viewer, tab, refusal }: { viewer: Viewer; tab: Tab; refusal: CalendarRefusal | null }) {
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
  return (
    <MyAccessBrowser
      first={page.value}
      now={graph.now().getTime()}
      tab={tab}
      myAccess={myAccessUrl()}
      note={refusal && <CalendarNote refusal={refusal} />}
    />
  );
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

/** What a link to a calendar file came back with. */
function refusalOf(search: Search): CalendarRefusal | null {
  const kind = one(search.calendar);
  if (kind === undefined) return null;
  return {
    reason: kind === 'notFound' ? 'nothing' : kind === 'throttled' ? 'busy' : 'unread',
    assignmentId: one(search.of)?.slice(0, 200) ?? null,
  };
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
