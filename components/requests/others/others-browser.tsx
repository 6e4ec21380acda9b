'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState, type ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { Live } from '@/components/ui/live';
import type { Page } from '@/lib/entitlement/access-packages';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import { ListFoot } from '../list-foot';
import type { RequestRow } from '../request-row';
import { rowWords } from '../request-words';
import { SearchRequests } from '../search-requests';
import { useRequestList } from '../use-request-list';
import { OthersItem } from './others-item';
import { foundRows } from './whose';

interface Props {
  first: Page<RequestRow>;
  /** Graph's now when the first page was read, UTC ms. */
  now: number;
  search: string;
  /** Instead of an empty list. */
  nothing: ReactNode;
}

/** What I asked for others, with its finding and a search over people and packages; it moves by itself. */
export function OthersBrowser({ first, now, search: firstSearch, nothing }: Props) {
  const t = useTranslations('asked-for-others');
  const requests = useTranslations('requests');
  const word = useTranslations('status.word');
  const formats = useFormats();
  const drawn = useRef<HTMLUListElement>(null);
  const list = useRequestList(first, now, drawn, paths.api.requestsForOthers);
  const [search, setSearch] = useState(firstSearch);
  const at = list.look.at;
  const stateOf = (row: RequestRow) => word(rowWords(row, at, formats).word);
  const shown = foundRows(list.rows, search, stateOf);
  const find = (text: string) => {
    setSearch(text);
    window.history.replaceState(null, '', text ? `${paths.requestsForOthers}?q=${encodeURIComponent(text)}` : paths.requestsForOthers);
  };
  if (list.rows.length === 0 && list.complete && !list.gap) return nothing;
  return (
    <>
      <header>
        <h1>{t('finding', { count: list.open })}</h1>
        <p className="mut">{t('intro')}</p>
        <div className="row asks-bar">
          <SearchRequests label={t('searchLabel')} hint={t('searchHint')} value={search} onChange={find} />
        </div>
      </header>
      <section aria-label={t('title')}>
        <Live>{search ? requests(list.complete ? 'found' : 'foundSoFar', { count: shown.length }) : ''}</Live>
        <Live>
          {list.moved
            .map((row) => requests('changed', { name: row.accessPackage?.displayName ?? requests('unknownPackage'), state: stateOf(row) }))
            .join('. ')}
        </Live>
        {shown.length > 0 && (
          <ul className="list asks" ref={drawn}>
            {shown.map((row) => (
              <OthersItem key={row.id} row={row} now={at} />
            ))}
          </ul>
        )}
        {shown.length === 0 && (list.complete || list.full) && <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>}
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
