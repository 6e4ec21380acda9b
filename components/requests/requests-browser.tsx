'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { NoticeChoice } from '@/components/shell/notices/notice-choice';
import { useHeed } from '@/components/shell/notices/use-heed';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Live } from '@/components/ui/live';
import type { Page } from '@/lib/entitlement/access-packages';
import { useFormats } from '@/lib/i18n/use-formats';
import { KeptListItem } from './kept-list-item';
import { shownKept, type KeptRequest } from './kept-requests';
import { ListFoot } from './list-foot';
import { NarrowBy } from './narrow-by';
import { RequestFilters } from './request-filters';
import { chosenRows, countsOf, shownRows, type Sought } from './request-groups';
import { RequestListItem } from './request-list-item';
import { SearchRequests } from './search-requests';
import { addressOf, everything, isNarrowed } from './sought';
import type { RequestRow } from './request-row';
import { rowWords } from './request-words';
import { takenBackIds } from './taken-back';
import { useRequestList } from './use-request-list';

interface Props {
  first: Page<RequestRow>;
  /** Graph's now when the first page was read, UTC ms. */
  now: number;
  oid: string;
  sought: Sought;
  /** What Microsoft keeps no longer. */
  kept: readonly KeptRequest[];
  /** Instead of an empty list. */
  nothing: ReactNode;
}

/** The list with its finding, search and filters. */
export function RequestsBrowser({ first, now, oid, sought: firstSought, kept, nothing }: Props) {
  const t = useTranslations('requests');
  const word = useTranslations('status.word');
  const formats = useFormats();
  const drawn = useRef<HTMLUListElement>(null);
  const list = useRequestList(first, now, drawn);
  const [sought, setSought] = useState(firstSought);
  const [oldest, setOldest] = useState(false);
  const counts = countsOf(chosenRows(list.rows, sought));
  const takenBack = useMemo(() => takenBackIds(list.rows), [list.rows]);
  const at = list.look.at;
  const stateOf = (row: RequestRow) => word(rowWords(row, at, formats).word);
  const found = shownRows(list.rows, sought, stateOf);
  const shown = oldest ? found.toReversed() : found;
  const gone = list.complete ? shownKept(kept, list.rows, sought) : [];
  const keptItems = (oldest ? gone.toReversed() : gone).map((each) => <KeptListItem key={each.id} kept={each} />);
  const count = shown.length + gone.length;

  useHeed(
    () =>
      list.rows.map((row) => ({
        id: row.id,
        state: row.state,
        title: row.accessPackage?.displayName ?? t('unknownPackage'),
        body: t('nowIn', { state: stateOf(row) }),
      })),
    list.rows,
  );
  const seek = (change: Partial<Sought>) => {
    const next = { ...sought, ...change };
    setSought(next);
    window.history.replaceState(null, '', addressOf(next));
  };

  if (list.rows.length + kept.length === 0 && list.complete && !list.gap) return nothing;
  return (
    <>
      <header>
        <h1>{t('finding', { count: list.open })}</h1>
        <p className="mut">{t('intro')}</p>
        <div className="row asks-bar">
          <SearchRequests label={t('searchLabel')} hint={t('searchHint')} value={sought.search} onChange={(search) => seek({ search })} />
          <NarrowBy rows={list.rows} sought={sought} onChange={seek} />
          <select
            className="in only-wide"
            aria-label={t('orderLabel')}
            value={oldest ? 'oldest' : 'newest'}
            onChange={(event) => setOldest(event.target.value === 'oldest')}
          >
            <option value="newest">{t('newestFirst')}</option>
            <option value="oldest">{t('oldestFirst')}</option>
          </select>
        </div>
        <RequestFilters sought={sought} counts={counts} onChoose={(filter) => seek({ filter })} />
      </header>
      <section aria-label={t('title')}>
        <Live>{isNarrowed(sought) ? t(list.complete ? 'found' : 'foundSoFar', { count }) : ''}</Live>
        <Live>
          {list.moved
            .map((row) => t('changed', { name: row.accessPackage?.displayName ?? t('unknownPackage'), state: stateOf(row) }))
            .join('. ')}
        </Live>
        {count > 0 && (
          <ul className="list asks" ref={drawn}>
            {oldest && keptItems}
            {shown.map((row) => (
              <RequestListItem key={row.id} row={row} now={at} oid={oid} takenBack={takenBack.has(row.id)} />
            ))}
            {!oldest && keptItems}
          </ul>
        )}
        {count === 0 && (list.complete || list.full) && (
          <EmptyState title={t('none.title')} action={<Button onClick={() => seek(everything)}>{t('none.action')}</Button>}>
            {t('none.text')}
          </EmptyState>
        )}
        <ListFoot
          open={list.open}
          total={list.rows.length}
          complete={list.complete}
          full={list.full}
          gap={list.gap}
          retry={list.retry}
          look={list.look}
        />
        <NoticeChoice />
      </section>
    </>
  );
}
