import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog } from '../model.ts';
import type { Tenant } from '../tenant.ts';
import { World } from '../world.ts';
import type { Seeds, Sizes, WorldOptions } from '../world.ts';

/** A seed small enough to look at: one catalog each, and as many more as packages were asked for. */
export const SMALL_SEEDS: Seeds = {
  company: (tenant) => putCatalog(tenant, 'Company'),
  bare: (tenant) => putCatalog(tenant, 'Bare'),
  generated: (tenant: Tenant, sizes: Required<Sizes>) => {
    for (let index = 0; index < sizes.packages; index += 1) putCatalog(tenant, `Generated ${index}`);
  },
};

export function putCatalog(tenant: Tenant, displayName: string): Catalog {
  return tenant.catalogs.put({
    id: tenant.newId(displayName),
    displayName,
    description: null,
    catalogType: 'userManaged',
    state: 'published',
    isExternallyVisible: false,
    createdAt: tenant.now(),
    modifiedAt: tenant.now(),
  });
}

/** Display names of the tenant's catalogs, in order. */
export function catalogNames(tenant: Tenant | undefined): string[] {
  return tenant ? Array.from(tenant.catalogs.values(), (row) => row.displayName) : [];
}

/** A folder of its own and worlds in it; `clear` closes them and takes the folder away. */
export function worldFolder() {
  const dataDir = mkdtempSync(join(tmpdir(), 'latchkey-world-'));
  const worlds: World[] = [];
  return {
    dataDir,
    open(options: Partial<WorldOptions> = {}): World {
      const world = new World({ dataDir, port: 4010, portalOrigin: 'http://localhost:3000', seeds: SMALL_SEEDS, ...options });
      worlds.push(world);
      return world;
    },
    async clear(): Promise<void> {
      for (const world of worlds) await world.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
