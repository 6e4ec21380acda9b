import { fold } from '../search-text';
import type { PackageRow } from '../package-row-data';
import type { PaletteMark, PaletteMine, PaletteRequest } from './palette-data';

/** What one can go to or do. `name` is what is searched first; `more` is found too, but later. */
export interface Entry {
  /** Unique, and the same while the lists grow: the chosen line stays chosen. */
  key: string;
  section: Section;
  name: string;
  /** A second line. */
  detail: string;
  /** Further words that find it. */
  more?: string;
  /** An address, or something to do. */
  to?: string;
  act?: () => void;
  packageId?: string;
  mark?: PaletteMark;
  request?: PaletteRequest;
}

export const sections = ['screens', 'packages', 'requests', 'actions'] as const;
export type Section = (typeof sections)[number];

export interface SectionOf {
  section: Section;
  entries: Entry[];
  /** Found beyond those shown. */
  further: number;
}

/** So many lines of each at most: more than fit a screen nobody reads, and the list of Available has them all. */
const MOST: Readonly<Record<Section, number>> = { screens: 8, packages: 8, requests: 5, actions: 6 };

/** Without a word typed: where one can go, and what one can do. */
const FEW: Readonly<Record<Section, number>> = { screens: 8, packages: 0, requests: 0, actions: 4 };

/** What an entry is searched by, folded once. */
interface Folded {
  name: string;
  rest: string;
}

const texts = new WeakMap<object, Folded>();

function folded(of: object, name: string, rest: string): Folded {
  const known = texts.get(of);
  if (known) return known;
  const made = { name: fold(name), rest: fold(rest) };
  texts.set(of, made);
  return made;
}

/** The words of what was typed, folded. */
export function typedWords(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

/** How well a text answers the words, best 0; null where one of them is missing. */
export function rank({ name, rest }: Folded, words: readonly string[]): number | null {
  let sum = 0;
  for (const word of words) {
    const at = name.indexOf(word);
    if (at === 0) continue;
    if (at > 0) sum += startsWord(name, word) ? 1 : 2;
    else if (rest.includes(word)) sum += startsWord(rest, word) ? 4 : 5;
    else return null;
  }
  return sum;
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  return false;
}

interface Ranked<T> {
  of: T;
  rank: number;
}

function best<T>(all: readonly T[], words: readonly string[], text: (of: T) => Folded): Ranked<T>[] {
  const found: Ranked<T>[] = [];
  for (const of of all) {
    const place = rank(text(of), words);
    if (place !== null) found.push({ of, rank: place });
  }
  return found.sort((one, other) => one.rank - other.rank);
}

export interface PaletteSources {
  rows: readonly PackageRow[];
  /** Undefined while it is being read, null where it could not be. */
  mine: PaletteMine | null | undefined;
  screens: readonly Entry[];
  actions: readonly Entry[];
}

interface Making {
  ofPackage: (row: PackageRow, mark: PaletteMark | undefined) => Entry;
  ofRequest: (request: PaletteRequest) => Entry;
  /** What one can do with the package that answers best: ask, extend, follow. */
  nextTo: (row: PackageRow, mark: PaletteMark | undefined) => Entry[];
}

/** What answers the typed words, in sections, the one that answers best first; without a word the places and a few actions. */
export function paletteSections({ rows, mine, screens, actions }: PaletteSources, query: string, make: Making): SectionOf[] {
  const words = typedWords(query);
  const most = words.length === 0 ? FEW : MOST;
  const own = (entry: Entry) => folded(entry, entry.name, `${entry.detail}\n${entry.more ?? ''}`);
  const markOf = (id: string) => mine?.marks?.[id];
  const found = (section: Section, ranked: readonly Ranked<Entry>[], whole = ranked.length) => ({
    section,
    best: ranked[0]?.rank ?? Number.POSITIVE_INFINITY,
    entries: ranked.slice(0, most[section]).map(({ of }) => of),
    further: Math.max(0, whole - most[section]),
  });
  const packages =
    most.packages === 0
      ? []
      : best(rows, words, (row) => folded(row, row.displayName, [row.description, ...(row.inside ?? [])].join('\n')));
  const requests =
    most.requests === 0
      ? []
      : best(mine?.requests ?? [], words, (request) => folded(request, request.name, `${request.text}\n${request.raw}\n${request.day}`));
  const shown = packages.slice(0, most.packages).map(({ of, rank: place }) => ({ of: make.ofPackage(of, markOf(of.id)), rank: place }));
  const [first] = packages;
  const all = [
    found('screens', best(screens, words, own)),
    found('packages', shown, packages.length),
    found(
      'requests',
      requests.slice(0, most.requests).map(({ of, rank: place }) => ({ of: make.ofRequest(of), rank: place })),
      requests.length,
    ),
    found('actions', best(actions, words, own)),
  ];
  const next = first ? make.nextTo(first.of, markOf(first.of.id)) : [];
  const [, ofPackages] = all;
  ofPackages?.entries.splice(1, 0, ...next);
  return all.filter(({ entries }) => entries.length > 0).sort((one, other) => one.best - other.best);
}
