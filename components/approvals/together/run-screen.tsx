'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Avatar } from '@/components/people/avatar';
import { Button, ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { useOutbox } from '../outbox/outbox';
import { subjectOf, type Outgoing } from '../outbox/outgoing';
import { useSelection } from '../selection';
import { OutcomeTag } from './outcome-tag';
import { tallyOf, type Ready } from './parts';

/** What one press decided, as it was then: the list may move on. */
export interface Run {
  items: Outgoing[];
  ready: Ready[];
  names: string[];
  /** `request/stage` of each. */
  stages: ReadonlySet<string>;
  /** Ids of all that were chosen then, those left out too. */
  chosen: ReadonlySet<string>;
}

/** One honest result per row, counted; what did not go through is sent again by hand, and never twice. */
export function RunScreen({ run, draftKey, now, onSent }: { run: Run; draftKey: string; now: number; onSent: () => void }) {
  const t = useTranslations('approvals');
  const { state, decide } = useOutbox();
  const { set } = useSelection();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { sent, over, again, open } = tallyOf(run.items, state.marks);
  const count = run.items.length;
  const wave = state.waves.find(({ items }) => items.some((item) => run.stages.has(subjectOf(item))));
  const isWaiting = wave?.phase === 'waiting';
  const isOver = wave === undefined;
  // What is decided is not chosen any more, and its words are not needed again.
  const tidy = useEffectEvent(() => {
    const gone = run.ready.filter(({ row, standing }) => {
      const mark = state.marks.get(subjectOf({ requestId: row.id, stageId: standing.stageId }));
      return mark?.kind === 'sent';
    });
    set(
      gone.map(({ row }) => row),
      false,
    );
    if (again.length === 0) onSent();
  });
  useEffect(() => {
    if (isOver) tidy();
  }, [isOver]);
  const title = isWaiting
    ? t('together.soon', { count: wave.items.length })
    : isOver
      ? t('together.sentOf', { sent, count })
      : t('together.sending', { sent, count });
  return (
    <>
      <div className="body">
        <h1 id="approval" className="h2" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        <p className="mut" role="status">
          {isWaiting ? t('together.soonText') : t('together.tally', { sent, over, again: again.length, open })}
        </p>
        {!isWaiting && <progress className="run-bar" aria-label={t('together.progress')} max={count} value={count - open} />}
        <ul className="together-list" aria-label={t('together.results')}>
          {run.items.map((item, index) => (
            <li className="result-row" key={subjectOf(item)}>
              <Avatar name={run.names[index] ?? ''} />
              <div className="grow">
                <p>
                  <Link className="b" href={paths.approval(item.requestId)} prefetch={false}>
                    <bdi>{run.names[index]}</bdi>
                  </Link>{' '}
                  <bdi className="mut sm">{item.accessPackageName ?? t('unknownPackage')}</bdi>
                </p>
                <p>
                  <OutcomeTag mark={state.marks.get(subjectOf(item))} now={now} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      </div>
      {isOver && (
        <div className="foot">
          <p className="foot-act row">
            {again.length > 0 && (
              <Button
                variant="primary"
                onClick={() => {
                  decide(
                    again,
                    again.map((item) => nameOf(run, item)),
                    true,
                    draftKey,
                  );
                  // The button goes away.
                  heading.current?.focus();
                }}
              >
                {t('together.again', { count: again.length })}
              </Button>
            )}
            <ButtonLink href={paths.approvals}>{t('toList')}</ButtonLink>
          </p>
        </div>
      )}
    </>
  );
}

function nameOf(run: Run, item: Outgoing): string {
  return run.names[run.items.findIndex((each) => subjectOf(each) === subjectOf(item))] ?? '';
}
