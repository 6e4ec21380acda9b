import { describe, expect, it } from 'vitest';
import type { PackageRow } from './package-row-data';
import { createSearchIndex } from './search-index';

const row = (id: string, displayName: string, description = '', inside: string[] | null = null): PackageRow => ({
  id,
  displayName,
  description,
  inside,
});
const rows = [
  row('1', 'Warehouse dashboards', 'Stock figures for every site'),
  row('2', 'Handheld device pool', 'Borrow a scanner and its warehouse sign-in'),
  row('3', 'Tender library', 'Past tenders', ['Tenders / Warehousing, Visitors']),
  row('4', 'Quarter close workspace', 'Gdańsk ledgers'),
  row('5', '四半期決算ワークスペース', '決算'),
];
const found = (query: string) => {
  const index = createSearchIndex();
  index.add(rows);
  index.add(rows);
  return index.search(query).map((hit) => hit.id);
};

describe('search over packages', () => {
  it('puts names before descriptions and contents', () => expect(found('ware')).toEqual(['1', '2', '3']));
  it('forgives a typing error', () => expect(found('wharehouse')[0]).toBe('1'));
  it('needs no accents', () => expect(found('gdansk')).toEqual(['4']));
  it('wants every word', () => expect(found('warehouse scanner')).toEqual(['2']));
  it('finds Japanese words inside a name', () => expect(found('決算')).toEqual(expect.arrayContaining(['5'])));
  it('says which words matched', () => {
    const index = createSearchIndex();
    index.add(rows);
    expect([...(index.search('wharehouse')[0]?.terms ?? [])]).toEqual(['warehouse']);
  });
  it('needs less than 100 ms of work for a key at 4,000 packages', () => {
    const index = createSearchIndex();
    index.add(
      Array.from({ length: 4000 }, (_, n) =>
        row(`p${n}`, `Package ${n} warehouse ${n % 97}`, `Access number ${n} for the teams of region ${n % 31}`),
      ),
    );
    const times = ['w', 'wa', 'war', 'ware', 'wareh', 'warehp', 'region 7'].map((query) => {
      const start = process.cpuUsage();
      index.search(query);
      return process.cpuUsage(start).user / 1000;
    });
    expect(times.toSorted((a, b) => a - b)[3]).toBeLessThan(100);
  });
});
