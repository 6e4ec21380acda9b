import { Ban, Check, CircleQuestionMark, Hourglass, X, type LucideIcon } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Challenge } from '@/components/shell/challenge';
import { ButtonLink } from '@/components/ui/button';
import { Tag, type Tone } from '@/components/ui/tag';
import type { Viewer } from '@/lib/auth/viewer';
import { myRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';
import { paths } from '@/lib/paths';
import { outcomeOf, type PortalError } from '@/lib/portal-error';
import type { MyDecision } from '@/lib/submissions/decisions';
import { MyRecord } from './my-record';
import { StageDecision } from './stage-decision';
import type { Standing } from './standing';

interface Props {
  viewer: Viewer;
  graph: Graph;
  id: string;
  standing: Standing;
  mine: MyDecision | null;
  now: number;
  next: { id: string; name: string | null } | null;
  unread: PortalError | null;
}

type Settled = 'approved' | 'denied' | 'expired' | 'elsewhere' | 'withdrawn' | 'own' | 'missing';

const LOOKS: Record<Settled, { tone: Tone; icon: LucideIcon }> = {
  approved: { tone: 'open', icon: Check },
  denied: { tone: 'stop', icon: X },
  expired: { tone: 'over', icon: Ban },
  elsewhere: { tone: 'wait', icon: Hourglass },
  withdrawn: { tone: 'over', icon: Ban },
  own: { tone: 'over', icon: Ban },
  missing: { tone: 'over', icon: CircleQuestionMark },
};

/** A request that does not wait for me: decided, gone, with others, my own. By whom and when as far as it is readable. */
export async function SettledHead({ viewer, graph, id, standing, mine, now, next, unread }: Props) {
  const t = await getTranslations('approvals');
  const isUnread = standing.kind === 'missing' && unread !== null && !['forbidden', 'notFound', 'consentRequired'].includes(unread.kind);
  const kind = standing.kind === 'missing' || standing.kind === 'unread' || standing.kind === 'open' ? 'missing' : standing.kind;
  const own = kind === 'missing' && !mine ? await outcomeOf(myRequest(graph, id)) : null;
  const settled: Settled = own?.ok && own.value ? 'own' : kind;
  const last = 'last' in standing ? standing.last : null;
  const byMe = last?.reviewedBy?.id.toLowerCase() === viewer.oid.toLowerCase();
  const { tone, icon } = LOOKS[settled];
  if (isUnread && !mine) {
    return (
      <>
        <h1 id="approval" className="vh">
          {t('one')}
        </h1>
        <Challenge error={unread} what={t('oneNotHere')} />
      </>
    );
  }
  return (
    <div className="settled">
      <p>
        <Tag tone={tone} icon={icon}>
          {t(`settled.${settled}.tag`)}
        </Tag>
      </p>
      <h1 id="approval" className="h2" tabIndex={-1}>
        {settled === 'elsewhere' && standing.kind === 'elsewhere'
          ? t('settled.elsewhere.title', { stage: standing.stage, stages: standing.stages })
          : t(byMe && last ? `settled.${settled}.titleMine` : `settled.${settled}.title`)}
      </h1>
      <p className="mut">{t(`settled.${settled}.text`)}</p>
      {last && <StageDecision stage={last} now={now} />}
      {mine && <MyRecord mine={mine} now={now} />}
      <p className="row wrap">
        {settled === 'own' && <ButtonLink href={paths.request(id)}>{t('openOwn')}</ButtonLink>}
        {next ? (
          <ButtonLink href={paths.approval(next.id)} prefetch={false}>
            {next.name === null ? t('nextUnnamed') : t.rich('next', { name: () => <bdi>{next.name}</bdi> })}
          </ButtonLink>
        ) : (
          <ButtonLink href={paths.approvals}>{t('toList')}</ButtonLink>
        )}
      </p>
    </div>
  );
}
