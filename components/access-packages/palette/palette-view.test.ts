import { describe, expect, it } from 'vitest';
import type { PackageRow } from '../package-row-data';
import type { PaletteMine } from './palette-data';
import { paletteSections, rank, typedWords, type Entry, type PaletteSources } from './palette-view';

const row = (id: string, displayName: string, description = ''): PackageRow => ({ id, displayName, description, inside: null });
const entry = (section: Entry['section'], name: string): Entry => ({ key: `${section} ${name}`, section, name, detail: '' });

const mine: PaletteMine = {
  marks: { p2: { kind: 'held', word: 'held', text: 'You have this', tone: 'open', requestId: null, assignmentId: 'a-1' } },
  requests: [
    {
      id: 'r-1',
      packageId: 'p1',
      name: 'Warehouse dashboards',
      word: 'delivering',
      text: 'Being set up',
      raw: 'delivering',
      day: '3 December',
    },
  ],
};
const sources: PaletteSources = {
  rows: [row('p1', 'Warehouse dashboards'), row('p2', 'Tender library', 'Past tenders of the warehouse'), row('p3', 'Gdańsk gate')],
  mine,
  screens: [entry('screens', 'Home'), entry('screens', 'Requests')],
  actions: [entry('actions', 'Sign out')],
};
const make = {
  ofPackage: ({ id, displayName }: PackageRow) => ({ key: id, section: 'packages' as const, name: displayName, detail: '' }),
  ofRequest: ({ id, name }: { id: string; name: string }) => ({ key: id, section: 'requests' as const, name, detail: '' }),
  nextTo: ({ id }: PackageRow) => [{ key: `ask ${id}`, section: 'packages' as const, name: 'Request', detail: '' }],
};
const keys = (query: string) =>
  paletteSections(sources, query, make).map(({ section, entries }) => [section, entries.map(({ key }) => key)]);

describe('rank', () => {
  const text = { name: 'tender library', rest: 'past tenders of the warehouse' };
  it('puts beginnings before middles, and the name before the rest', () => {
    expect([['ten'], ['lib'], ['ibr'], ['ware'], ['house'], ['zeppelin']].map((words) => rank(text, words))).toEqual([0, 1, 2, 4, 5, null]);
  });

  it('wants every word', () => {
    expect(rank(text, ['ten', 'ware'])).toBe(4);
    expect(rank(text, ['ten', 'zeppelin'])).toBeNull();
  });
});

describe('paletteSections', () => {
  it('shows the places and some actions before anything is typed', () => {
    expect(keys('')).toEqual([
      ['screens', ['screens Home', 'screens Requests']],
      ['actions', ['actions Sign out']],
    ]);
  });

  it('finds packages by name, then by what they are for, with what one can do next to the best one', () => {
    expect(keys('ware')).toEqual([
      ['packages', ['p1', 'ask p1', 'p2']],
      ['requests', ['r-1']],
    ]);
  });

  it('finds requests by their state, also in Microsoft’s words', () => {
    expect(keys('being set')).toEqual([['requests', ['r-1']]]);
    expect(keys('delivering')).toEqual([['requests', ['r-1']]]);
  });

  it('puts what answers best first, whatever it is', () => {
    expect(keys('sign')[0]).toEqual(['actions', ['actions Sign out']]);
    expect(keys('requests')[0]).toEqual(['screens', ['screens Requests']]);
  });

  it('folds accents and case, and finds nothing where nothing is', () => {
    expect(keys('GDANSK')).toEqual([['packages', ['p3', 'ask p3']]]);
    expect(keys('zeppelin')).toEqual([]);
    expect(typedWords('  Gdańsk  GATE ')).toEqual(['gdansk', 'gate']);
  });

  it('finds the one among 20,000', () => {
    const many = {
      ...sources,
      rows: Array.from({ length: 20_000 }, (_, at) => row(`m${at}`, `Package ${at} of the north`, 'What it is for, in a sentence')),
    };
    const [packages] = paletteSections(many, '19999', make);
    expect(packages?.entries[0]?.key).toBe('m19999');
  });

  it('says how many more there are', () => {
    const many = { ...sources, rows: Array.from({ length: 30 }, (_, at) => row(`m${at}`, `Package ${at}`)) };
    const [packages] = paletteSections(many, 'package', make);
    expect(packages?.entries).toHaveLength(9);
    expect(packages?.further).toBe(22);
  });
});
