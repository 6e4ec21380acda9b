import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import { paths } from '@/lib/paths';
import { myDecisions } from '@/lib/submissions/decisions';
import { DecidedItem } from './decided-item';

/** What I decided through the portal, from its own record: Graph stops listing it once it is decided (contract §4.7). */
export async function DecidedScreen() {
  const viewer = await requireViewer();
  const t = await getTranslations('approvals.byMe');
  return (
    <section className="decide" aria-labelledby="decided">
      <div className="body">
        <h1 id="decided" className="h2">
          {t('title')}
        </h1>
        <p className="mut">{t('intro')}</p>
        <Suspense fallback={<SkeletonRows count={4} shape="feed" />}>
          <Decided viewer={viewer} />
        </Suspense>
      </div>
    </section>
  );
}

async function Decided({ viewer }: { viewer: Viewer }) {
  const t = await getTranslations('approvals.byMe');
  const [graph, decisions] = await Promise.all([graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite'), myDecisions(viewer)]);
  if (decisions.length === 0) {
    return (
      <EmptyState title={t('empty')} action={<ButtonLink href={paths.approvals}>{t('toList')}</ButtonLink>}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  const now = graph.now().getTime();
  return (
    <ul className="list" aria-label={t('title')}>
      {decisions.map((decision) => (
        <DecidedItem key={decision.key} decision={decision} now={now} />
      ))}
    </ul>
  );
}
