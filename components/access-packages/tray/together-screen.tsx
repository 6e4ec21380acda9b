import { getTimeZone, getTranslations } from 'next-intl/server';
import { Challenge } from '@/components/shell/challenge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Messages } from '@/components/ui/messages';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import { openDraft } from '@/lib/drafts/drafts';
import { trayOf } from '@/lib/drafts/tray';
import { getFormats } from '@/lib/i18n/get-formats';
import { paths } from '@/lib/paths';
import { outcomeOf } from '@/lib/portal-error';
import { readTogether } from './read-together';
import { TogetherForm } from './together-form';
import { startTogether } from './together-values';

/** One page that asks for every package of the tray. One round trip to Graph. */
export async function TogetherScreen() {
  const viewer = await requireViewer();
  const [t, tray] = await Promise.all([getTranslations('tray'), trayOf(viewer)]);
  if (tray.length === 0) return <NothingChosen />;
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  const [timeZone, formats] = await Promise.all([getTimeZone(), getFormats()]);
  const read = await outcomeOf(readTogether(viewer, graph, tray, formats));
  if (!read.ok) return <Challenge error={read.error} what={t('unread')} />;
  const { packages, drafts, mineReadable } = read.value;
  const draft = await openDraft(viewer, { accessPackageId: '', accessPackageName: '', intent: 'together' });
  return (
    <div className="page">
      <Messages namespaces={['access-packages', 'request-form', 'questions', 'status', 'tray']}>
        <TogetherForm
          packages={packages}
          draftKey={draft.key}
          start={startTogether(packages, draft.content, drafts)}
          mineReadable={mineReadable}
          timeZone={timeZone}
          now={graph.now().getTime()}
        />
      </Messages>
    </div>
  );
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
