import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartitionTenant } from '../../tenant/partition.ts';
import { startServer } from '../testing/server.ts';
import type { TestServer } from '../testing/server.ts';
import { accessPackage, id, makeTenant } from '../testing/tenant.ts';

const PACKAGES = '/identityGovernance/entitlementManagement/accessPackages';
let tenant: PartitionTenant;
let server: TestServer;

beforeEach(async () => {
  tenant = makeTenant();
  for (let number = 6; number <= 45; number += 1) tenant.packages.put(accessPackage(number));
  server = await startServer(tenant);
});
afterEach(() => server.close());

/** Sizes of all pages, and all ids. */
async function walk(path: string): Promise<{ sizes: number[]; ids: unknown[]; counts: unknown[] }> {
  const sizes: number[] = [];
  const ids: unknown[] = [];
  const counts: unknown[] = [];
  let next: unknown = path;
  while (typeof next === 'string') {
    const answer = await server.get(next);
    expect(answer.status).toBe(200);
    sizes.push(answer.value.length);
    ids.push(...answer.value.map((row) => row['id']));
    counts.push(answer.body['@odata.count']);
    next = answer.body['@odata.nextLink'];
  }
  return { sizes, ids, counts };
}

const all = Array.from({ length: 45 }, (_, at) => id('package', at + 1));

describe('paging (contract §1.5)', () => {
  it('goes on until nothing is left, counting on the first page only', async () => {
    expect(await walk(`${PACKAGES}?$count=true`)).toEqual({ sizes: [20, 20, 5], ids: all, counts: [45, undefined, undefined] });
  });

  it('builds nextLinks from the Host header and keeps the other options', async () => {
    const answer = await server.get(`${PACKAGES}?$select=id&$top=2&$filter=${encodeURIComponent("contains(displayName,'Package 1')")}`);
    const link = String(answer.body['@odata.nextLink']);
    expect(link.startsWith(`${server.origin}/v1.0${PACKAGES}?`)).toBe(true);
    const next = await server.get(link);
    expect(next.value).toEqual([{ id: id('package', 11) }, { id: id('package', 12) }]);
  });

  it('makes every second page empty when told to', async () => {
    tenant.setBehaviour({ emptyPages: true });
    expect(await walk(PACKAGES)).toMatchObject({ sizes: [20, 0, 20, 0, 5], ids: all });
  });

  it('has no next page when the last one is full', async () => {
    expect((await walk(`${PACKAGES}?$top=45`)).sizes).toEqual([45]);
    expect((await walk(`${PACKAGES}?$filter=displayName eq 'none'`)).sizes).toEqual([0]);
  });

  it('caps $top at maxTop and pages by pageSize', async () => {
    tenant.setBehaviour({ maxTop: 10, pageSize: 7 });
    expect((await walk(`${PACKAGES}?$top=500`)).sizes).toEqual([10, 10, 10, 10, 5]);
    expect((await walk(PACKAGES)).sizes).toEqual([7, 7, 7, 7, 7, 7, 3]);
    expect((await walk(`${PACKAGES}?$skip=40`)).ids).toEqual(all.slice(40));
  });

  it('orders over pages', async () => {
    const { ids } = await walk(`${PACKAGES}?$orderby=displayName desc&$top=20`);
    expect(ids.slice(0, 2)).toEqual([id('package', 9), id('package', 8)]);
    expect(new Set(ids).size).toBe(45);
  });

  it('loses no row when an answered one goes meanwhile', async () => {
    const first = await server.get(`${PACKAGES}?$top=10`);
    tenant.packages.delete(id('package', 3));
    const second = await server.get(String(first.body['@odata.nextLink']));
    expect(second.value[0]?.['id']).toBe(id('package', 11));
  });
});
