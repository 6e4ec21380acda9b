import { getLocale, getTranslations } from 'next-intl/server';
import { StateTag } from '@/components/status/state-tag';
import { Challenge } from '@/components/shell/challenge';
import { Link } from '@/components/ui/link';
import { Messages } from '@/components/ui/messages';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import { trayOf } from '@/lib/drafts/tray';
import { trayPeople } from '@/lib/drafts/tray-people';
import { requestablePackages } from '@/lib/entitlement/access-packages';
import { getFormats } from '@/lib/i18n/get-formats';
import { listOf } from '@/lib/i18n/list';
import { paths } from '@/lib/paths';
import { outcomeOf } from '@/lib/portal-error';
import { HashLink } from './hash-link';
import { toMarks, type Marks, type ShownMarks } from './marks';
import { firstOfMine, type Mine } from './mine';
import { PackageBrowser } from './package-browser';
import { toRows } from './package-row-data';
import { rememberedContents, rememberPackages } from './session-list';
import { standingsOf } from './standing';
import { mySuggestions } from './suggested/session-suggestions';
import { Suggested } from './suggested/suggested';

/** My state may come this much later than the list before rows are painted without it. */
const PATIENCE_MS = 400;

/** Available: the first answer of the browse list with my state on its rows, read side by side (one round trip). */
export async function AvailableScreen({ query }: { query: string }) {
  const viewer = await requireViewer();
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const reading = firstOfMine(viewer, graph);
  const suggesting = mySuggestions(viewer, graph);
  const [t, others, formats, page, tray, people] = await Promise.all([
    getTranslations('access-packages'),
    getTranslations('for-others'),
    getFormats(),
    outcomeOf(requestablePackages(graph)),
    // The list stands without what was chosen before.
    trayOf(viewer).catch(() => []),
    trayPeople(viewer).catch(() => []),
  ]);
  if (!page.ok) return <Challenge error={page.error} what={t('unread')} />;
  rememberPackages(viewer, page.value.rows);
  const now = graph.now().getTime();
  const marksOf = ({ readable, assignments, requests }: Mine): ShownMarks | null =>
    readable ? drawn(toMarks(standingsOf(assignments, requests, viewer.oid), now, formats)) : null;
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  // Suggestions that come later wait for the next visit: nothing on the page moves.
  const [mine, suggested] = await Promise.all([Promise.race([reading, late]), Promise.race([suggesting, late])]);
  const marks = mine ? marksOf(mine.first) : undefined;
  const fresh = suggested?.filter(({ accessPackage }) => !marks?.[accessPackage.id]) ?? [];
  const later = mine ? mine.rest?.() : reading.then(({ first, rest }) => rest?.() ?? first);
  return (
    <div className="page">
      <HashLink />
      <Messages namespaces={['access-packages', 'inside', 'questions', 'status']}>
        <PackageBrowser
          title={
            <div className="row wrap justify-between">
              <h1>{t('title')}</h1>
              <Link className="sm" href={paths.team}>
                {others('title')}
              </Link>
            </div>
          }
          first={{ rows: toRows(page.value.rows, rememberedContents(viewer)), next: page.value.next }}
          marks={marks}
          suggested={
            fresh.length > 0 && (
              <>
                <Suggested list={fresh} now={now} />
                <h2 className="h2 mb-2.5">{t('list')}</h2>
              </>
            )
          }
          later={later?.then(marksOf) ?? null}
          query={query}
          now={now}
          tray={tray.map(({ id, name }) => ({ id, name }))}
          forWhom={people.some(({ objectId }) => objectId !== viewer.oid) ? <ForWhom people={people} oid={viewer.oid} /> : null}
        />
      </Messages>
    </div>
  );
}

/** The tags are drawn here: the words' icons stay out of the browser's script. */
function drawn(marks: Marks): ShownMarks {
  return Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, { ...mark, tag: <StateTag {...mark.tag} /> }]));
}

/** Whom the packages of the tray are for, where it is not for the reader alone. */
async function ForWhom({ people, oid }: { people: Awaited<ReturnType<typeof trayPeople>>; oid: string }) {
  const [t, locale] = await Promise.all([getTranslations('team'), getLocale()]);
  const names = people.map(({ objectId, displayName }) => (objectId === oid ? t('you') : displayName));
  return t.rich('trayFor', { name: () => <bdi>{listOf(names, locale)}</bdi> });
}
