import MiniSearch from 'minisearch';
import type { PackageRow } from './package-row-data';
import { wordsOf } from './search-text';

/** A row the search found: the folded words that matched, to mark them. */
export interface Hit {
  id: string;
  terms: ReadonlySet<string>;
}

export interface SearchIndex {
  /** Takes further rows; one that comes again, with what is inside, takes the place of the one before. */
  add(rows: readonly PackageRow[]): void;
  /** Best match first. Prefixes count, and one typing error in five letters. Every typed word must be found. */
  search(query: string): Hit[];
}

/** The index over names, descriptions and known contents. Its own chunk: loaded when the search box gets the focus. */
export function createSearchIndex(): SearchIndex {
  const index = new MiniSearch<PackageRow>({
    fields: ['displayName', 'description', 'inside'],
    idField: 'id',
    tokenize: (text) => wordsOf(text).map((word) => word.text),
    processTerm: (term) => term || null,
    extractField: (row, field) => {
      const value: unknown = row[field as keyof PackageRow];
      return Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';
    },
    searchOptions: {
      boost: { displayName: 4, inside: 0.8 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      combineWith: 'AND',
      weights: { fuzzy: 0.25, prefix: 0.7 },
    },
  });
  return {
    add(rows) {
      for (const row of rows) {
        if (index.has(row.id)) index.replace(row);
        else index.add(row);
      }
    },
    search: (query) => index.search(query).map((found) => ({ id: String(found.id), terms: new Set(Object.keys(found.match)) })),
  };
}
