'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Live } from '@/components/ui/live';
import { BrowseNotes, FeedEnd } from './browse-notes';
import { FacetsPanel } from './facets-panel';
import { InsideNote } from './inside/inside-note';
import { useInside } from './inside/use-inside';
import type { ShownMarks } from './marks';
import { PackageList } from './package-list';
import type { MoreRows } from './package-row-data';
import { SearchBox } from './search-box';
import type { InTray } from '@/components/form/tray-memory';
import { useTray } from './tray/use-tray';
import { useBrowse } from './use-browse';
import { usePackageFeed } from './use-package-feed';
import { usePackageSearch } from './use-package-search';
import { useRequirementFacts } from './use-requirement-facts';

interface Props {
  /** Title; the count below it is ours. */
  title: ReactNode;
  /** What Graph suggests; null where it came too late. */
  suggested: ReactNode;
  first: MoreRows;
  /** My state on the rows: null where it could not be read, undefined while it is still being read. */
  marks: ShownMarks | null | undefined;
  /** The same once all of it is read; null when `marks` is whole. */
  later: Promise<ShownMarks | null> | null;
  query: string;
  /** Graph's now, UTC ms. */
  now: number;
  /** The packages chosen before. */
  tray: readonly InTray[];
  /** Whom they are for, in words; null where it is for the reader alone. */
  forWhom: ReactNode;
}

/** Rarely needed: its own chunk. */
const TrayBar = lazy(() => import('./tray/tray-bar').then(({ TrayBar: part }) => ({ default: part })));
const NothingFound = lazy(() => import('./nothing-found').then(({ NothingFound: part }) => ({ default: part })));

/** Facets help only above this many rows. */
const FEW = 12;

/** Everything I may ask for: search as one types, facets, rows that stream in. */
export function PackageBrowser({ title, suggested, first, marks: atFirst, later, query: asked, now, tray: inTray, forWhom }: Props) {
  const t = useTranslations('access-packages');
  const feed = usePackageFeed(first);
  const [marks, setMarks] = useState(atFirst);
  useEffect(() => {
    void later?.then(setMarks);
  }, [later]);
  const [query, setQuery] = useState(asked);
  useEffect(() => keepInAddress(query), [query]);
  const [wanted, setWanted] = useState(asked !== '');
  const whole = feed.next === null;
  // The list itself comes first.
  const inside = useInside(feed.rows, wanted && (whole || feed.error !== null));
  const { rows } = inside;
  const search = usePackageSearch(rows, query, wanted);
  const { facts, want } = useRequirementFacts();
  const tray = useTray(inTray);
  const whom = tray.wasEmptied ? null : forWhom;
  const browse = useBrowse(rows, search.found, marks, facts);
  const count = browse.shown.length;
  const found = search.found === null ? null : t('search.found', { count, whole: String(whole && inside.whole) });
  const facets = feed.rows.length > FEW && {
    counts: browse.counts,
    only: browse.only,
    onToggle: browse.toggle,
    order: browse.order,
    onOrder: browse.setOrder,
    searching: search.found !== null,
    marksKnown: marks !== null,
  };
  return (
    <>
      <header>
        {title}
        <p className="mut mt-1 mb-5">
          {t('count', { count: feed.rows.length, whole: String(whole) })} <InsideNote inside={inside} />
        </p>
        <SearchBox query={query} onQuery={setQuery} onFocus={() => setWanted(true)} found={found} />
        <Live>{found}</Live>
      </header>
      {search.found === null && whom === null && suggested}
      <div className={facets ? 'cols [--cols:minmax(0,1fr)_11.5rem] [--gap:3rem]' : undefined}>
        <div>
          {facets && (
            <details className="only-narrow facet">
              <summary>{t('facets.title')}</summary>
              <FacetsPanel {...facets} idPrefix="narrow" />
            </details>
          )}
          <BrowseNotes
            marksKnown={marks !== null}
            unknown={browse.unknown}
            onReadMore={() =>
              want(
                rows
                  .filter((row) => !(row.id in facts))
                  .map((row) => row.id)
                  .slice(0, 100),
              )
            }
          />
          {count > 0 && (
            <PackageList
              rows={browse.shown}
              hits={search.found}
              asked={search.asked}
              marks={marks}
              facts={facts}
              want={want}
              now={now}
              tray={tray}
              isForOthers={whom !== null}
            />
          )}
          {count === 0 && (
            <Suspense fallback={null}>
              <NothingFound
                query={query}
                whole={whole}
                inside={inside.searched}
                searched={feed.rows.length}
                facets={browse.only.size}
                unknown={browse.unknown}
                onClear={() => setQuery('')}
              />
            </Suspense>
          )}
          <FeedEnd error={feed.error} came={feed.rows.length} whole={whole} onRetry={feed.retry} />
          {(tray.chosen.length > 0 || whom) && (
            <Suspense fallback={null}>
              <TrayBar tray={tray} forWhom={whom} />
            </Suspense>
          )}
          <Live seen={tray.said === 'failed' || tray.said === 'full'}>
            {tray.said !== null && t(`tray.${tray.said}`, { count: tray.chosen.length })}
          </Live>
        </div>
        {facets && (
          <aside className="only-wide facet" aria-label={t('facets.title')}>
            <FacetsPanel {...facets} idPrefix="wide" />
          </aside>
        )}
      </div>
    </>
  );
}

/** A reload, a bookmark and the way back keep what was searched for. */
function keepInAddress(query: string) {
  const url = new URL(window.location.href);
  if ((url.searchParams.get('q') ?? '') === query) return;
  if (query) url.searchParams.set('q', query);
  else url.searchParams.delete('q');
  window.history.replaceState(null, '', url);
}
