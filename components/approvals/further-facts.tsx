import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Approval } from '@/lib/entitlement/approvals';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { listOf } from '@/lib/i18n/list';
import { useFormats } from '@/lib/i18n/use-formats';
import type { MoreFacts } from './read-facts';
import { StageDecision } from './stage-decision';
import type { Standing } from './standing';

interface Props {
  request: AssignmentRequest;
  approval: Approval | null;
  standing: Standing;
  facts: MoreFacts;
  now: number;
}

/** Earlier stages, what I decided before, what the person holds, and what comes after me: each line only where it is known. */
export function FurtherFacts({ request, approval, standing, facts, now }: Props) {
  const t = useTranslations('approvals');
  const formats = useFormats();
  const locale = useLocale();
  const { before, holdings, deadline } = facts;
  const lines: { key: string; term: ReactNode; words: ReactNode }[] = [];
  if (deadline !== null) {
    const day = () => (
      <time dateTime={deadline} title={formats.instant(deadline)}>
        {formats.day(deadline, now)}
      </time>
    );
    lines.push({ key: 'deadline', term: t('deadline.term'), words: t.rich('deadline.words', { day }) });
  }
  approval?.stages.forEach((stage, index) => {
    if (stage.status !== 'completed') return;
    lines.push({ key: stage.id, term: t('stageNumber', { stage: index + 1 }), words: <StageDecision stage={stage} now={now} /> });
  });
  if (before) {
    const when = () => <RelativeTime value={before.decidedDateTime} now={now} within dayOnly />;
    lines.push({
      key: 'before',
      term: t('askedBefore'),
      words: t.rich(before.decision === 'Approve' ? 'approvedBefore' : 'deniedBefore', { when }),
    });
  }
  if (holdings?.active) {
    const until = holdings.active.endDateTime;
    lines.push({
      key: 'held',
      term: t('held'),
      words: until ? t('heldUntil', { day: formats.day(until, now) }) : t('heldNow'),
    });
  }
  if (holdings?.incompatible?.length) {
    const names = listOf(holdings.incompatible, locale);
    lines.push({ key: 'incompatible', term: t('incompatible'), words: t.rich('incompatibleHeld', { names: () => <bdi>{names}</bdi> }) });
  }
  if (standing.kind === 'open') {
    const isLast = standing.stage === standing.stages;
    const kind = request.requestType.endsWith('Update') ? 'change' : 'add';
    lines.push({
      key: 'after',
      term: t('afterYou'),
      words: `${isLast ? t(`afterLast.${kind}`) : t('afterNext', { stage: standing.stage + 1 })} ${t('firstCounts')}`,
    });
  }
  if (lines.length === 0) return null;
  return (
    <dl className="qa">
      {lines.map(({ key, term, words }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
