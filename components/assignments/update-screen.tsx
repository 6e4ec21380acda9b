import { ChevronRight, CircleHelp } from 'lucide-react';
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { AnswerNews } from '@/components/questions/answer-news';
import { Challenge } from '@/components/shell/challenge';
import { Link } from '@/components/ui/link';
import { Messages } from '@/components/ui/messages';
import { SkeletonRows } from '@/components/ui/skeleton';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import { paths } from '@/lib/paths';
import { outcomeOf } from '@/lib/portal-error';
import { readUpdate } from './read-update';
import { UpdateAside } from './update-aside';
import { UpdateClosed } from './update-closed';
import { UpdateForm } from './update-form';

type Search = Record<string, string | string[] | undefined>;

interface Wanted {
  assignmentId: string;
  packageId: string | null;
  change: 'end' | 'answers';
}

/** Changes access I hold: a new end and/or the answers that may be changed. One page, like the request form. */
export async function UpdateScreen({ assignmentId, search }: { assignmentId: string; search: Search }) {
  const viewer = await requireViewer();
  const wanted: Wanted = {
    assignmentId,
    packageId: typeof search.package === 'string' ? search.package : null,
    change: search.change === 'answers' ? 'answers' : 'end',
  };
  return (
    <Messages namespaces={['assignments', 'questions', 'request-form']}>
      <div className="page">
        <Suspense fallback={<Waiting />}>
          <Update viewer={viewer} wanted={wanted} />
        </Suspense>
      </div>
    </Messages>
  );
}

async function Update({ viewer, wanted }: { viewer: Viewer; wanted: Wanted }) {
  const [t, places, timeZone, locale, graph] = await Promise.all([
    getTranslations('assignments.update'),
    getTranslations('shell.nav'),
    getTimeZone(),
    getLocale(),
    graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite'),
  ]);
  const read = await outcomeOf(readUpdate(viewer, graph, wanted.assignmentId, wanted.packageId, timeZone, locale));
  if (!read.ok) {
    return (
      <>
        <h1 className="vh">{t('title')}</h1>
        <Challenge error={read.error} what={t('notHere')} />
      </>
    );
  }
  const found = read.value;
  if (found.kind !== 'form') return <UpdateClosed found={found} />;
  const now = graph.now().getTime();
  return (
    <>
      <header>
        <nav className="sm row only-wide mb-3" aria-label={t('wayBack')}>
          <Link className="mut" href={paths.assignments}>
            {places('assignments')}
          </Link>
          <ChevronRight className="i s flip faint" aria-hidden="true" />
          <span className="mut">
            <bdi>{found.package.name}</bdi>
          </span>
        </nav>
        <h1>{t.rich('heading', { name: () => <bdi>{found.package.name}</bdi> })}</h1>
        <p className="mut mt-1.5 max-w-measure">{t('intro')}</p>
        {!found.allRead && (
          <p className="note mt-4 max-w-measure">
            <CircleHelp className="i" aria-hidden="true" />
            <span>{t('notAllRead')}</span>
          </p>
        )}
      </header>
      <div className="cols [--cols:minmax(0,40rem)_minmax(15rem,19rem)]">
        <div>
          <AnswerNews changes={found.changes} isAgain />
          <UpdateForm
            assignment={{ id: found.assignment.id, endDateTime: found.assignment.endDateTime }}
            accessPackage={found.package}
            facts={found.facts}
            draft={{ key: found.draft.key, content: found.draft.content }}
            change={wanted.change}
            now={now}
          />
        </div>
        <UpdateAside packageId={found.package.id} assignment={found.assignment} facts={found.facts} now={now} />
      </div>
    </>
  );
}

async function Waiting() {
  const t = await getTranslations('assignments.update');
  return (
    <>
      <header>
        <h1>{t('title')}</h1>
      </header>
      <SkeletonRows count={3} shape="feed" />
    </>
  );
}
