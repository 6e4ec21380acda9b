'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Challenge } from '@/components/shell/challenge';
import { useViewer } from '@/components/shell/viewer-context';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { TextArea } from '@/components/ui/text-area';
import type { DraftContent } from '@/lib/drafts/drafts';
import type { Decision } from '@/lib/entitlement/approvals';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/form-issues';
import { paths } from '@/lib/paths';
import { openedIds } from '../opened';
import { useOutbox } from '../outbox/outbox';
import { subjectOf } from '../outbox/outgoing';
import { useSelection } from '../selection';
import { LeftOut } from './left-out';
import { partsOf, toOutgoing, type Ready } from './parts';
import { ReviewForm } from './review-form';
import { ReviewItem } from './review-item';
import { RunScreen, type Run } from './run-screen';
import { useStages } from './use-stages';
import { fieldOf, useWords } from './use-words';

interface Props {
  draft: { key: string; content: DraftContent | null };
  now: number;
}

/** What was chosen, each with its essentials, then decided together; afterwards what came of each. */
export function Review({ draft, now }: Props) {
  const t = useTranslations('approvals.together');
  const nobody = useTranslations('approvals')('somebody');
  const fields = useTranslations('errors.fields');
  const { oid } = useViewer();
  const { selected, toggle } = useSelection();
  const outbox = useOutbox();
  const [run, setRun] = useState<Run | null>(null);
  const [opened] = useState(() => (typeof window === 'undefined' ? new Set<string>() : openedIds(oid)));
  const rows = [...selected.values()];
  const stages = useStages(rows.filter(({ isOwn }) => !isOwn));
  // What is under way has the old words: others are not offered them.
  const [isUsed] = useState(() => outbox.state.waves.some(({ draftKey }) => draftKey === draft.key));
  const words = useWords(isUsed ? { ...draft, content: null } : draft, () => outbox.store.keepDraft(draft.key));
  const { ready, leftOut, open } = partsOf(rows, stages.looks);

  // Undone: the form is back with everything in it.
  const isUndone = run !== null && run.items.every((item) => !outbox.state.marks.has(subjectOf(item)));
  // Others were chosen since: what came of the first ones has been read.
  const isUnderWay = run !== null && outbox.state.waves.some(({ items }) => items.some((item) => run.stages.has(subjectOf(item))));
  const isRead = run !== null && !isUnderWay && rows.some(({ id }) => !run.chosen.has(id));
  if (isUndone || isRead) setRun(null);
  // The bar that was pressed is gone: the form takes the focus back, not a field, so that single keys go on.
  const hasRun = useRef(false);
  useEffect(() => {
    if (hasRun.current && run === null) document.getElementById('approval')?.focus();
    hasRun.current = run !== null;
  }, [run]);
  if (run !== null && !isUndone && !isRead) return <RunScreen run={run} draftKey={draft.key} now={now} onSent={words.empty} />;

  const decide = (decision: Decision) => {
    if (ready.length === 0 || open.length > 0 || !words.check(ready.map(({ row }) => row.id))) return;
    const items = ready.map((each) => toOutgoing(each, decision, words.of(each.row.id)));
    const names = ready.map(nameOf(nobody));
    outbox.decide(items, names, true, draft.key);
    setRun({ items, ready, names, stages: new Set(items.map(subjectOf)), chosen: new Set(rows.map(({ id }) => id)) });
  };
  if (rows.length === 0) {
    return (
      <div className="body">
        <h1 id="approval" className="h2" tabIndex={-1}>
          {t('title')}
        </h1>
        <EmptyState title={t('empty')} action={<ButtonLink href={paths.approvals}>{t('toList')}</ButtonLink>}>
          {t('emptyText')}
        </EmptyState>
      </div>
    );
  }
  const unopened = ready.filter(({ row }) => !opened.has(row.id)).length;
  return (
    <>
      <div className="body">
        <h1 id="approval" className="h2" tabIndex={-1}>
          {t('heading', { count: ready.length + open.length })}
        </h1>
        <p className="mut" role="status">
          {open.length > 0 ? t('reading', { count: open.length }) : t('unopened', { count: unopened, all: ready.length })}
        </p>
        {stages.failed && <Failed error={stages.failed} retry={stages.retry} what={t('unread')} />}
        <LeftOut leftOut={leftOut} />
        <ul className="together-list" aria-label={t('list')}>
          {ready.map((each) => (
            <ReviewItem key={each.row.id} ready={each} questions={stages.questions} isOpened={opened.has(each.row.id)} now={now}>
              {words.isEach && (
                <TextArea
                  id={fieldOf(each.row.id)}
                  rows={2}
                  label={t.rich('wordsFor', { name: () => <bdi>{each.row.requestor ?? nobody}</bdi> })}
                  required
                  error={problemText(words.problems[each.row.id], fields)}
                  value={words.of(each.row.id)}
                  onChange={(event) => words.setOne(each.row.id, event.target.value)}
                />
              )}
              <Button size="small" variant="quiet" onClick={() => toggle(each.row)}>
                {t.rich('leaveOut', { name: () => <bdi>{each.row.requestor ?? nobody}</bdi> })}
              </Button>
            </ReviewItem>
          ))}
        </ul>
        {open.length > 0 && !stages.failed && <SkeletonRows count={Math.min(open.length, 4)} shape="feed" />}
      </div>
      {ready.length > 0 && <ReviewForm words={words} count={ready.length} isReading={open.length > 0} onDecide={decide} />}
    </>
  );
}

const nameOf =
  (nobody: string) =>
  ({ row }: Ready) =>
    row.requestor ?? nobody;

function problemText(problem: string | undefined, fields: (key: string, values: { max: number }) => string): string | undefined {
  return problem && fields(problem, { max: LONGEST_JUSTIFICATION });
}

/** What the authority wants of the person is met; everything else can be tried again. */
function Failed({ error, retry, what }: { error: Parameters<typeof Challenge>[0]['error']; retry: () => void; what: string }) {
  const isChallenge = ['stepUp', 'signedOut', 'consentRequired'].includes(error.kind);
  return isChallenge ? <Challenge error={error} what={what} /> : <ErrorPanel error={error} what={what} onRetry={retry} />;
}
