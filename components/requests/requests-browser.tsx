'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Live } from '@/components/ui/live';
import type { Page } from '@/lib/entitlement/access-packages';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import { ListFoot } from './list-foot';
import { countsOf, filters, shownRows, type Filter } from './request-groups';
import { RequestListItem } from './request-list-item';
import type { RequestRow } from './request-row';
import { rowWords } from './request-words';
import { takenBackIds } from './taken-back';
import { useRequestList } from './use-request-list';

interface Props {
  first: Page<RequestRow>;
  /** Graph's now when the first page was read, UTC ms. */
  now: number;
  oid: string;
  filter: Filter;
  search: string;
  /** Instead of an empty list. */
  nothing: ReactNode;
}

/** The list with its finding, search and filters. */
export function RequestsBrowser({ first, now, oid, filter: firstFilter, search: firstSearch, nothing }: Props) {
  const t = useTranslations('requests');
  const word = useTranslations('status.word');
  const formats = useFormats();
  const drawn = useRef<HTMLUListElement>(null);
  const list = useRequestList(first, now, drawn);
  const [filter, setFilter] = useState(firstFilter);
  const [search, setSearch] = useState(firstSearch);
  const [oldest, setOldest] = useState(false);
  const counts = useMemo(() => countsOf(list.rows), [list.rows]);
  const takenBack = useMemo(() => takenBackIds(list.rows), [list.rows]);
  const at = list.look.at;
  const stateOf = (row: RequestRow) => word(rowWords(row, at, formats).word);
  const found = shownRows(list.rows, filter, search, stateOf);
  const shown = oldest ? found.toReversed() : found;

  const show = (nextFilter: Filter, nextSearch: string) => {
    setFilter(nextFilter);
    setSearch(nextSearch);
    window.history.replaceState(null, '', address(nextFilter, nextSearch));
  };

  if (list.rows.length === 0 && list.complete && !list.gap) return nothing;
  return (
    <>
      <header>
        <h1>{t('finding', { count: list.open })}</h1>
        <p className="mut">{t('intro')}</p>
        <div className="row asks-bar">
          <span className="in">
            <Search className="i" aria-hidden="true" />
            <input
              type="search"
              dir="auto"
              aria-label={t('searchLabel')}
              placeholder={t('searchHint')}
              value={search}
              onChange={(event) => show(filter, event.target.value)}
            />
          </span>
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
        <Filters filter={filter} search={search} counts={counts} onChoose={(chosen) => show(chosen, search)} />
      </header>
      <section aria-label={t('title')}>
        <Live>{search || filter !== 'all' ? t(list.complete ? 'found' : 'foundSoFar', { count: shown.length }) : ''}</Live>
        <Live>
          {list.moved
            .map((row) => t('changed', { name: row.accessPackage?.displayName ?? t('unknownPackage'), state: stateOf(row) }))
            .join('. ')}
        </Live>
        {shown.length > 0 && (
          <ul className="list asks" ref={drawn}>
            {shown.map((row) => (
              <RequestListItem key={row.id} row={row} now={at} oid={oid} takenBack={takenBack.has(row.id)} />
            ))}
          </ul>
        )}
        {shown.length === 0 && (list.complete || list.full) && (
          <EmptyState title={t('none.title')} action={<Button onClick={() => show('all', '')}>{t('none.action')}</Button>}>
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
      </section>
    </>
  );
}

function address(filter: Filter, search: string): string {
  const query = new URLSearchParams();
  if (filter !== 'all') query.set('show', filter);
  if (search) query.set('q', search);
  return query.size > 0 ? `${paths.requests}?${query}` : paths.requests;
}

function Filters(props: { filter: Filter; search: string; counts: Record<Filter, number>; onChoose: (filter: Filter) => void }) {
  const t = useTranslations('requests');
  const { filter, search, counts, onChoose } = props;
  const choose = (event: MouseEvent, chosen: Filter) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onChoose(chosen);
  };
  return (
    <nav className="tabs" aria-label={t('filtersLabel')}>
      {filters.map((name) => (
        <a
          key={name}
          href={address(name, search)}
          aria-current={name === filter ? 'true' : undefined}
          onClick={(event) => choose(event, name)}
        >
          {name === 'notGiven' ? (
            <>
              <span className="only-wide">{t('filter.notGiven')}</span>
              <span className="only-narrow">{t('filterShort.notGiven')}</span>
            </>
          ) : (
            t(`filter.${name}`)
          )}{' '}
          <span className={name === filter ? 'mut n' : 'n'}>{counts[name]}</span>
        </a>
      ))}
    </nav>
  );
}
