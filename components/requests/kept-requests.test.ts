import { describe, expect, it } from 'vitest';
import { keptRequests, shownKept } from './kept-requests';
import { everything } from './sought';
import { rowOf } from './testing/rows';

const now = Date.parse('2026-11-24T10:00:00Z');
const sent = (daysAgo: number, name = 'Audit tools') => ({
  accessPackageId: 'p-1',
  accessPackageName: name,
  sentAt: new Date(now - daysAgo * 86_400_000).toISOString(),
});

describe('what only the portal still knows', () => {
  const kept = keptRequests(
    new Map<string, ReturnType<typeof sent> | { accessPackageId: string; accessPackageName: string; sentAt: null }>([
      ['older', sent(150)],
      ['old', sent(100)],
      ['listed late', sent(30)],
      ['unnamed', sent(120, 'p-1')],
      ['undated', { ...sent(120), sentAt: null }],
    ]),
    now,
  );

  it('is what was sent longer ago than Microsoft keeps it, with a name, newest first', () => {
    expect(kept.map(({ id }) => id)).toEqual(['old', 'older']);
  });

  it('stands where the list does not hold it, by name and package, under no state and no kind', () => {
    const ids = (change: object, rows = [rowOf({ id: 'OLDER' })]) =>
      shownKept(kept, rows, { ...everything, ...change }).map(({ id }) => id);
    expect(ids({})).toEqual(['old']);
    expect(ids({}, [])).toEqual(['old', 'older']);
    expect(ids({ search: 'AUDIT to' })).toEqual(['old']);
    expect(ids({ search: 'denied' })).toEqual([]);
    expect(ids({ packageId: 'P-1' })).toEqual(['old']);
    for (const change of [{ filter: 'setUp' }, { kind: 'add' }, { packageId: 'p-2' }]) expect(ids(change)).toEqual([]);
  });
});
