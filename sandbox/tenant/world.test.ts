import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogNames, putCatalog, worldFolder } from './testing/worlds.ts';

let folder: ReturnType<typeof worldFolder>;
beforeEach(() => {
  folder = worldFolder();
});
afterEach(() => folder.clear());

describe('a world', () => {
  it('lays out the default partition and others, apart from each other', () => {
    const world = folder.open({ sizes: { packages: 2 } });
    const other = world.create('bare');
    putCatalog(other, 'Only here');
    expect(catalogNames(world.defaultTenant)).toEqual(['Company', 'Generated 0', 'Generated 1']);
    expect(catalogNames(other)).toEqual(['Bare', 'Only here']);
    expect(world.create('company').newId('Company')).not.toBe(world.defaultTenant.newId('Company'));
    expect(world.partition('nope')).toBeUndefined();
  });

  it('resumes rows, order, clock and switches', async () => {
    const first = folder.open();
    const tenant = first.create('company', { packages: 3 });
    tenant.catalogs.put({ ...putCatalog(tenant, 'Late'), displayName: 'Later' });
    tenant.catalogs.delete(tenant.newId('Generated 1'));
    tenant.setClock({ now: Date.UTC(2030, 0, 1), frozen: true });
    tenant.setBehaviour({ pageSize: 5 });
    tenant.setConsent('User.Read', false);
    tenant.revoke('somebody');
    await first.close();
    const again = folder.open().partition(tenant.partition);
    expect(catalogNames(again)).toEqual(['Company', 'Generated 0', 'Generated 2', 'Later']);
    expect(again?.now()).toBe(Date.UTC(2030, 0, 1));
    expect(again?.behaviour).toMatchObject({ pageSize: 5, delivery: 'deliver' });
    expect([again?.consented('user.read'), again?.consented('Other')]).toEqual([false, true]);
    expect(again?.revokedAt('somebody')).toBe(tenant.revokedAt('somebody'));
    expect(again?.catalogs.get(tenant.newId('Company'))).toEqual(tenant.catalogs.get(tenant.newId('Company')));
  });

  it('resets to the seed, for good', async () => {
    const world = folder.open();
    const { partition } = world.create('bare');
    const tenant = world.partition(partition);
    if (tenant) putCatalog(tenant, 'Gone');
    tenant?.setBehaviour({ pageSize: 5 });
    await world.flush();
    world.reset(partition);
    expect(catalogNames(world.partition(partition))).toEqual(['Bare']);
    expect(world.partition(partition)?.behaviour.pageSize).toBe(20);
    await world.close();
    expect(catalogNames(folder.open().partition(partition))).toEqual(['Bare']);
    expect(world.reset('nope')).toBeUndefined();
  });

  it('forgets a partition that was removed, and keeps the default one', async () => {
    const world = folder.open();
    const { partition } = world.create('bare');
    expect([world.remove(partition), world.remove(partition), world.remove('default')]).toEqual([true, false, false]);
    await world.flush();
    expect(readdirSync(join(folder.dataDir, 'partitions'))).toEqual(['default']);
  });

  it('seeds anew what is older than 7 days, was laid out by other code, or in another size, and says so', async () => {
    const first = folder.open();
    putCatalog(first.defaultTenant, 'Old');
    const kept = first.create('bare');
    await first.close();
    const path = join(folder.dataDir, 'partitions', 'default', 'base.json');
    const base = JSON.parse(readFileSync(path, 'utf8')) as { seededAt: number };
    writeFileSync(path, JSON.stringify({ ...base, seededAt: base.seededAt - 8 * 86_400_000 }));
    const said: string[] = [];
    const second = folder.open({ say: (line) => said.push(line) });
    expect(catalogNames(second.defaultTenant)).toEqual(['Company']);
    expect(said).toEqual(['Partition default is seeded anew: it was older than 7 days.']);
    expect(second.partition(kept.partition)).toBeDefined();
    await second.close();
    const third = folder.open({ sizes: { packages: 1 }, say: (line) => said.push(line) });
    expect(catalogNames(third.defaultTenant)).toEqual(['Company', 'Generated 0']);
    await third.close();
    const now = readFileSync(path, 'utf8');
    writeFileSync(path, now.replace(/"fingerprint":"[^"]*"/, '"fingerprint":"other"'));
    folder.open({ sizes: { packages: 1 }, say: (line) => said.push(line) });
    expect(said.slice(1)).toEqual([
      'Partition default is seeded anew: other sizes were asked for.',
      'Partition default is seeded anew: the sandbox has changed since.',
    ]);
  });
});
