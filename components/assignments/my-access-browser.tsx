'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState, type MouseEvent, type ReactNode } from 'react';
import { useGraphNow } from '@/components/form/use-graph-now';
import { api } from '@/components/shell/api';
import { usePoll } from '@/components/status/use-poll';
import { useFurtherPages } from '@/components/status/use-further-pages';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Link } from '@/components/ui/link';
import { Live } from '@/components/ui/live';
import type { Page } from '@/lib/entitlement/access-packages';
import { paths } from '@/lib/paths';
import { AllEnds } from './all-ends';
import { AssignmentItem } from './assignment-item';
import { mergeAssignments, rowsOf, type AssignmentRow, type Tab } from './assignment-row';
import { useWays } from './use-ways';
import { packagesToAsk } from './ways';

interface Props {
  first: Page<AssignmentRow>;
  /** Graph's now when the first page was read, UTC ms. */
  now: number;
  tab: Tab;
  /** Microsoft's own portal, null where there is none. */
  myAccess: string | null;
  /** What else the page has to say, below the heading. */
  note?: ReactNode;
}

/** What I hold and what I held, in two lists; rows open in place. */
export function MyAccessBrowser({ first, now, tab: firstTab, myAccess, note }: Props) {
  const t = useTranslations('assignments');
  useGraphNow(now);
  const further = useFurtherPages<AssignmentRow>(paths.api.assignments, first.next);
  const [tab, setTab] = useState(firstTab);
  const [opened, setOpened] = useState<string | null>(null);
  // A page read anew may have pushed its last row to the next one: what was read once stays.
  const [read, setRead] = useState(first);
  const [near, setNear] = useState(first.rows);
  if (read !== first) {
    setRead(first);
    setNear(mergeAssignments(near, first.rows));
  }
  const rows = useMemo(() => mergeAssignments(further.rows, near), [near, further.rows]);
  const lists = useMemo(() => ({ active: rowsOf('active', rows), ended: rowsOf('ended', rows) }), [rows]);
  const shown = lists[tab];
  const ways = useWays(packagesToAsk(shown));
  const moving = rows.filter((row) => row.openRequest !== null || row.state === 'delivering').length;
  // Read through the handler, not by drawing the page anew: looking again is no doing of the person and must not keep the session alive.
  usePoll(
    async (signal) => {
      const answer = await api<Page<AssignmentRow>>(paths.api.assignments, { signal });
      if (answer.ok && !signal.aborted) setNear((before) => mergeAssignments(before, answer.value.rows));
    },
    moving > 0,
    moving,
  );

  const choose = (event: MouseEvent, chosen: Tab) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setTab(chosen);
    setOpened(null);
    window.history.replaceState(null, '', addressOf(chosen));
  };

  return (
    <>
      <header className="row head-row my-head">
        <div className="grow">
          <h1>{t('title')}</h1>
          <p className="mut">{t('intro')}</p>
        </div>
        {lists.active.some(({ endDateTime }) => endDateTime !== null) && <AllEnds />}
      </header>
      {note}
      <nav className="tabs my-tabs" aria-label={t('tabsLabel')}>
        {(['active', 'ended'] as const).map((name) => (
          <a key={name} href={addressOf(name)} aria-current={name === tab ? 'true' : undefined} onClick={(event) => choose(event, name)}>
            {t(`tab.${name}`)} <span className={name === tab ? 'mut n' : 'n'}>{lists[name].length}</span>
          </a>
        ))}
      </nav>
      <Live>{moving > 0 ? t('moving', { count: moving }) : ''}</Live>
      {shown.length > 0 ? (
        <ul className="list">
          {shown.map((row) => (
            <AssignmentItem
              key={row.id}
              row={row}
              now={now}
              ways={row.accessPackage ? ways[row.accessPackage.id] : null}
              isOpen={opened === row.id}
              onToggle={() => setOpened(opened === row.id ? null : row.id)}
              rows={rows}
              isPart={!further.complete}
              myAccess={myAccess}
            />
          ))}
        </ul>
      ) : (
        further.complete && <Nothing tab={tab} />
      )}
      {further.full && (
        <p className="sm mut foot-line">
          {t.rich('full', { count: rows.length, link: (chunks) => <Link href={paths.accessPackages}>{chunks}</Link> })}
        </p>
      )}
      {!further.complete && !further.gap && !further.full && <p className="xs faint foot-line">{t('soFar', { count: rows.length })}</p>}
      {further.gap && <ErrorPanel error={further.gap} what={t('gap')} onRetry={further.retry} />}
    </>
  );
}

function addressOf(tab: Tab): string {
  return tab === 'active' ? paths.assignments : `${paths.assignments}?show=${tab}`;
}

function Nothing({ tab }: { tab: Tab }) {
  const t = useTranslations('assignments.none');
  return (
    <EmptyState
      title={t(`${tab}.title`)}
      action={
        tab === 'active' && (
          <ButtonLink variant="primary" href={paths.accessPackages}>
            {t('active.action')}
          </ButtonLink>
        )
      }
    >
      {t(`${tab}.text`)}
    </EmptyState>
  );
}
