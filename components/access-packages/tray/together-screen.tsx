import { getTimeZone, getTranslations } from 'next-intl/server';
import { Challenge } from '@/components/shell/challenge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Messages } from '@/components/ui/messages';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import { openDraft, type Draft } from '@/lib/drafts/drafts';
import { trayOf, type TrayPackage } from '@/lib/drafts/tray';
import { getFormats } from '@/lib/i18n/get-formats';
import { paths } from '@/lib/paths';
import { outcomeOf } from '@/lib/portal-error';
import { nameOf } from '../package-name';
import { readTogether } from './read-together';
import { sentBefore } from './sent-before';
import { TogetherForm } from './together-form';
import { startTogether, type OwnDrafts } from './together-values';

/** One page that asks for every package of the tray, for oneself to begin with. One round trip to Graph. */
export async function TogetherScreen() {
  const viewer = await requireViewer();
  const tray = await trayOf(viewer);
  if (tray.length === 0) return <NothingChosen />;
  const draft = await openDraft(viewer, { accessPackageId: '', accessPackageName: '', intent: 'together' });
  return <Together viewer={viewer} packages={tray} draft={draft} named={null} />;
}

/** The same for one package and other people, beside whatever is in the tray. */
export async function ForOthersScreen({ id }: { id: string }) {
  const viewer = await requireViewer();
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const named = nameOf(viewer, graph, id);
  const draft = await openDraft(viewer, { accessPackageId: id, accessPackageName: '', intent: 'together' });
  return <Together viewer={viewer} packages={[{ id, name: '', nonce: draft.key }]} draft={draft} named={named} />;
}

interface TogetherProps {
  viewer: Viewer;
  packages: readonly TrayPackage[];
  draft: Draft;
  /** One package alone: its name, which may come a little later. Null: the tray. */
  named: Promise<string> | null;
}

async function Together({ viewer, packages: asked, draft, named }: TogetherProps) {
  const t = await getTranslations('tray');
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const [timeZone, formats] = await Promise.all([getTimeZone(), getFormats()]);
  const isAlone = named !== null;
  const [read, name] = await Promise.all([outcomeOf(readTogether(viewer, graph, asked, formats)), named]);
  if (!read.ok) return <Challenge error={read.error} what={t('unread')} />;
  const { packages, drafts, mineReadable } = read.value;
  // So that Home can name what was begun.
  if (name) await openDraft(viewer, { accessPackageId: draft.accessPackageId, accessPackageName: name, intent: 'together' });
  const me = { objectId: viewer.oid, displayName: viewer.name, email: viewer.userPrincipalName, isGuest: false };
  return (
    <div className="page">
      <Messages namespaces={['access-packages', 'request-form', 'questions', 'status', 'tray', 'for-others', 'people']}>
        <TogetherForm
          packages={packages.map((each) => (name ? { ...each, name } : each))}
          draftKey={draft.key}
          start={startTogether(packages, draft.content, isAlone ? offered(draft, drafts) : drafts, isAlone ? [] : [me])}
          isAlone={isAlone}
          mineReadable={mineReadable}
          sent={await sentBefore(viewer, packages, draft.content?.together?.people ?? [])}
          timeZone={timeZone}
          now={graph.now().getTime()}
        />
      </Messages>
    </div>
  );
}

/** What was asked the last time is offered by its questions, before anything is typed here. */
function offered({ accessPackageId, content }: Draft, drafts: OwnDrafts): OwnDrafts {
  return content ? { ...drafts, [accessPackageId]: content } : drafts;
}

async function NothingChosen() {
  const t = await getTranslations('tray.nothing');
  return (
    <div className="page">
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
    </div>
  );
}
