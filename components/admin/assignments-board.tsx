'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import type { Page } from '@/lib/entitlement/access-packages';
import type { Assignment } from '@/lib/entitlement/assignments';
import { paths } from '@/lib/paths';
import { useGraphNow } from '@/components/form/use-graph-now';
import { api } from '@/components/shell/api';
import { useResume } from '@/components/shell/use-resume';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Live } from '@/components/ui/live';
import { AssignmentTable } from './assignment-table';
import { Inspector } from './inspector';
import { CHANGE_FORM, keptChange, type KeptChange } from './kept-change';
import { ResumeGap } from './resume-gap';
import { type ListFilter, writeFilter } from './admin-view';
import { useSent } from './use-sent';

/** The most rows the browser holds; a filter finds the others. */
const WINDOW = 2_000;

interface BoardProps {
  filter: ListFilter;
  first: Page<Assignment>;
  /** Graph's now when the first page was read, UTC ms. */
  now: number;
}

async function readRow(assignmentId: string): Promise<Assignment | null> {
  const answer = await api<{ row: Assignment | null }>(`${paths.api.adminAssignments}?id=${encodeURIComponent(assignmentId)}`);
  return answer.ok ? answer.value.row : null;
}

/** A row that two pages bring (the list moved meanwhile) stands once. */
function withoutTwice(before: readonly Assignment[], more: readonly Assignment[]): Assignment[] {
  const known = new Set(before.map((row) => row.id));
  return [...before, ...more.filter((row) => !known.has(row.id))];
}

/** The table with its further pages, and the row that is open. */
export function AssignmentsBoard({ filter, first, now }: BoardProps) {
  const t = useTranslations('admin');
  useGraphNow(now);
  const [rows, setRows] = useState(first.rows);
  const [next, setNext] = useState(first.next);
  const [reading, setReading] = useState<'idle' | 'reading' | 'failed'>('idle');
  const [openId, setOpenId] = useState<string | null>(null);
  const [kept, setKept] = useState<KeptChange | null>(null);

  const renew = useCallback(async (assignmentId: string) => {
    const row = await readRow(assignmentId);
    if (row) setRows((before) => before.map((old) => (old.id === row.id ? row : old)));
  }, []);
  const [resuming, setResuming] = useState<'idle' | 'reading' | 'failed'>('idle');
  /** Opens the row a change was typed for, which may stand on a page not read yet; what was typed is held until the row is there. */
  const resume = async (found: KeptChange) => {
    setKept(found);
    if (!rows.some(({ id }) => id === found.assignmentId)) {
      setResuming('reading');
      const row = await readRow(found.assignmentId).catch(() => null);
      if (!row) return setResuming('failed');
      setRows((before) => withoutTwice(before, [row]));
    }
    setResuming('idle');
    setOpenId(found.assignmentId);
  };
  // Back from a sign-in that came between: the same row is open, with what was typed.
  useResume(CHANGE_FORM, ({ text }) => {
    const found = keptChange(text);
    if (found) void resume(found);
  });
  const sent = useSent(renew);

  const more = useCallback(async () => {
    if (!next) return;
    setReading('reading');
    const answer = await api<Page<Assignment>>(`${paths.api.adminAssignments}?${writeFilter(filter)}&next=${encodeURIComponent(next)}`);
    if (!answer.ok) return setReading('failed');
    setRows((before) => withoutTwice(before, answer.value.rows));
    setNext(answer.value.next);
    setReading('idle');
  }, [filter, next]);

  const open = rows.find((row) => row.id === openId) ?? null;
  const narrowed = writeFilter(filter) !== '';
  const gap = kept && resuming !== 'idle' && <ResumeGap kept={kept} pending={resuming === 'reading'} onRetry={() => void resume(kept)} />;
  if (rows.length === 0 && !next) {
    return (
      <>
        {gap}
        <EmptyState title={narrowed ? t('empty') : t('emptyAll')}>{narrowed ? t('emptyHint') : t('emptyAllHint')}</EmptyState>
      </>
    );
  }
  return (
    <div className={open ? 'work' : undefined}>
      <div className="grid">
        {gap}
        <AssignmentTable
          rows={rows}
          now={now}
          openId={openId}
          onOpen={setOpenId}
          sent={sent.byAssignment}
          withPackage={!filter.accessPackageId}
        />
        <div className="list-foot">
          {reading === 'failed' ? (
            <p className="note ask" role="alert">
              <span className="grow">{t('gap')}</span>
              <Button size="small" onClick={more}>
                {t('tryAgain')}
              </Button>
            </p>
          ) : next && rows.length < WINDOW ? (
            <Button size="small" onClick={more} pending={reading === 'reading'}>
              {t('more')}
            </Button>
          ) : (
            <p className="sm mut">{next ? t('windowFull', { count: rows.length }) : t('readAll', { count: rows.length })}</p>
          )}
          <Live>
            {reading === 'reading' ? t('loadingMore') : next ? t('soFar', { count: rows.length }) : t('readAll', { count: rows.length })}
          </Live>
        </div>
      </div>
      {open && (
        <Inspector
          key={open.id}
          assignment={open}
          now={now}
          sent={sent.byAssignment[open.id] ?? null}
          kept={kept?.assignmentId === open.id ? kept : null}
          onSent={sent.add}
          onKeptOver={() => setKept(null)}
          onClose={() => {
            setOpenId(null);
            if (kept?.assignmentId === open.id) setKept(null);
          }}
        />
      )}
    </div>
  );
}
