import { appendFileSync, readFileSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFrames, writeFrame } from './frames.ts';
import { PartitionStore } from './partition-store.ts';
import { PartitionTenant } from './partition.ts';
import { catalogNames, putCatalog, worldFolder } from './testing/worlds.ts';

let folder: ReturnType<typeof worldFolder>;
beforeEach(() => {
  folder = worldFolder();
});
afterEach(() => folder.clear());

function opened(compactBytes?: number): { tenant: PartitionTenant; store: PartitionStore } {
  const tenant = new PartitionTenant('p-test');
  tenant.seed(0, (rows) => putCatalog(rows, 'Seeded'));
  return { tenant, store: new PartitionStore(folder.dataDir, tenant, { generation: 0, compactBytes }) };
}

describe('frames', () => {
  it('end where one is torn or altered', () => {
    const whole = Buffer.from(writeFrame([['catalogs', 'a', { id: 'a' }]]) + writeFrame([['catalogs', 'b', null]]));
    expect(readFrames(whole)).toMatchObject({
      frames: [[['catalogs', 'a', { id: 'a' }]], [['catalogs', 'b', null]]],
      goodBytes: whole.length,
    });
    expect(readFrames(whole.subarray(0, whole.length - 3)).frames).toHaveLength(1);
    const altered = Buffer.from(whole.toString().replace('"a"', '"x"'));
    expect(readFrames(altered)).toEqual({ frames: [], goodBytes: 0 });
  });
});

describe('a kept partition', () => {
  it('cuts off a torn tail and goes on behind it', async () => {
    const { tenant, store } = opened();
    putCatalog(tenant, 'One');
    await store.flush();
    putCatalog(tenant, 'Two');
    await store.close({ flush: true });
    const log = join(folder.dataDir, 'log-0.ndjson');
    truncateSync(log, statSync(log).size - 5);
    const second = opened();
    expect(catalogNames(second.tenant)).toEqual(['Seeded', 'One']);
    putCatalog(second.tenant, 'Three');
    await second.store.close({ flush: true });
    appendFileSync(log, 'half a fra');
    expect(catalogNames(opened().tenant)).toEqual(['Seeded', 'One', 'Three']);
  });

  it('is compacted beside its work, and nothing is lost whichever files are there', async () => {
    const { tenant, store } = opened(1000);
    for (let index = 0; index < 1200; index += 1) putCatalog(tenant, `Row ${index}`);
    await store.flush();
    const compacted = store.compact();
    tenant.catalogs.delete(tenant.newId('Row 0'));
    tenant.catalogs.delete(tenant.newId('Seeded'));
    putCatalog(tenant, 'Meanwhile');
    await compacted;
    putCatalog(tenant, 'Afterwards');
    await store.close({ flush: true });
    expect(readdirSync(folder.dataDir).sort()).toEqual(['log-1.ndjson', 'snapshot-1.ndjson']);
    expect(readFileSync(join(folder.dataDir, 'snapshot-1.ndjson'), 'utf8')).not.toContain('Afterwards');
    const names = catalogNames(opened().tenant);
    expect(names).toEqual(catalogNames(tenant));
    expect([names[0], names.at(-1), names.length]).toEqual(['Row 1', 'Afterwards', 1201]);
  });

  it('compacts by itself when the log has grown', async () => {
    const { tenant, store } = opened(1000);
    for (let index = 0; index < 20; index += 1) putCatalog(tenant, `Row ${index}`);
    await store.flush();
    await store.flush();
    await store.close({ flush: true });
    expect(readdirSync(folder.dataDir).sort()).toEqual(['log-1.ndjson', 'snapshot-1.ndjson']);
    expect(catalogNames(opened().tenant)).toEqual(catalogNames(tenant));
  });
});
