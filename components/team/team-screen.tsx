import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Challenge } from '@/components/shell/challenge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Messages } from '@/components/ui/messages';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import { directReports } from '@/lib/entitlement/people';
import { paths } from '@/lib/paths';
import { outcomeOf } from '@/lib/portal-error';
import { probeTeam } from './read-team';
import { TeamBrowser } from './team-browser';

/** The people who report to me, to ask for; and what they have, where the service tells. `views`: the way to the other lists. One round trip: both reads side by side. */
export async function TeamScreen({ views }: { views: ReactNode }) {
  const viewer = await requireViewer();
  const [t, me, graph] = await Promise.all([
    getTranslations('team'),
    graphFor(viewer, 'User.Read'),
    graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite'),
  ]);
  const [team, access] = await Promise.all([outcomeOf(directReports(me)), probeTeam(graph)]);
  if (!team.ok) return <Challenge error={team.error} what={t('unread')} />;
  return (
    <Messages namespaces={['team', 'for-others']}>
      <div className="page">
        {views}
        {team.value.people.length === 0 ? (
          <NobodyReports />
        ) : (
          <TeamBrowser people={team.value.people} complete={team.value.complete} access={access} now={graph.now().getTime()} />
        )}
      </div>
    </Messages>
  );
}

async function NobodyReports() {
  const t = await getTranslations('team.nobody');
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
