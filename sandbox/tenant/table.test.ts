import { describe, expect, it } from 'vitest';
import { MemoryTable } from './table.ts';

interface Row {
  id: string;
  a: string | null;
  b: string;
  tags?: string[];
}

function table() {
  return new MemoryTable<Row, 'a' | 'b' | 'tags' | 'a+b'>({
    indexes: { a: (row) => row.a, b: { keysOf: (row) => row.b, caseless: true }, tags: (row) => row.tags ?? [] },
    pairs: { 'a+b': { first: 'a', second: 'b', matches: (row, a, b) => row.a === a && row.b === b } },
  });
}
const ids = (rows: readonly Row[]) => rows.map((row) => row.id).join('');

describe('a table', () => {
  it('finds rows by index in insertion order, also after they changed', () => {
    const rows = table();
    for (const id of ['x', 'y', 'z']) rows.put({ id, a: 'k', b: 'B', tags: [id, 'all'] });
    rows.put({ id: 'x', a: 'k', b: 'B', tags: ['all'] });
    expect(ids(rows.by('a', 'k'))).toBe('xyz');
    rows.put({ id: 'y', a: null, b: 'C' });
    expect([ids(rows.by('a', 'k')), ids(rows.by('b', 'b')), ids(rows.by('b', 'C')), ids(rows.by('tags', 'all'))]).toEqual([
      'xz',
      'xz',
      'y',
      'xz',
    ]);
    rows.delete('x');
    rows.delete('nope');
    expect([ids(rows.by('a', 'k')), ids(rows.by('a+b', 'k+B')), ids(rows.by('a+b', 'k+C')), ids([...rows.values()])]).toEqual([
      'z',
      'z',
      '',
      'yz',
    ]);
    expect([rows.size, rows.get('z')?.b, rows.get('x')]).toEqual([2, 'B', undefined]);
  });

  it('counts its changes and tells of them', () => {
    const told: [string, Row | undefined][] = [];
    const rows = new MemoryTable<Row>({ onChange: (id, row) => told.push([id, row]) });
    const row = rows.put({ id: 'x', a: null, b: '' });
    rows.delete('x');
    rows.delete('x');
    expect([rows.version, told]).toEqual([
      2,
      [
        ['x', row],
        ['x', undefined],
      ],
    ]);
  });

  it('remembers its latest changes, and says when it does not', () => {
    const rows = new MemoryTable<Row>({ remembers: true });
    const before = rows.put({ id: 'x', a: null, b: '1' });
    const { version } = rows;
    expect(rows.changedSince(version)).toEqual([]);
    const after = rows.put({ id: 'x', a: null, b: '2' });
    rows.delete('x');
    expect(rows.changedSince(version)).toEqual([before, after, after]);
    for (let index = 0; index < 2000; index += 1) rows.put(before);
    expect([rows.changedSince(version), rows.changedSince(rows.version - 1)]).toEqual([null, [before, before]]);
    expect(table().changedSince(0)).toEqual([]);
  });
});
