import { randomBytes } from 'node:crypto';
import { PartitionTenant } from './partition.ts';
import type { Tenant } from './tenant.ts';

/** How many generated rows a partition gets beside its seed (sandbox-control, "Partitions"). */
export interface Sizes {
  packages?: number;
  assignments?: number;
  people?: number;
}

export type SeedName = 'company' | 'bare';

/** The seeds a world can lay out. Each must give the same rows for the same partition and instant: a restart lays them out again. */
export interface Seeds {
  company: (tenant: Tenant) => void;
  bare: (tenant: Tenant) => void;
  generated: (tenant: Tenant, sizes: Required<Sizes>) => void;
}

export interface WorldOptions {
  /** Where partitions are kept; null keeps nothing. */
  dataDir: string;
  port: number;
  portalOrigin: string;
  seeds: Seeds;
  /** Generated rows of the default partition. */
  sizes?: Sizes;
  /** What a partition's `latencyMs` begins with. */
  latencyMs?: number;
  /** Hears what is worth a line in the log. */
  say?: (line: string) => void;
}

export const DEFAULT_PARTITION = 'default';

/** All partitions of one sandbox process. */
export class World {
  readonly dataDir: string;
  readonly port: number;
  readonly portalOrigin: string;
  readonly #options: WorldOptions;
  readonly #partitions = new Map<string, PartitionTenant>();

  constructor(options: WorldOptions) {
    this.#options = options;
    this.dataDir = options.dataDir;
    this.port = options.port;
    this.portalOrigin = options.portalOrigin;
    this.#open(DEFAULT_PARTITION, 'company', options.sizes ?? {});
  }

  /** `http://localhost:<port>`: where the sandbox is reached. */
  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** The partition that a person at the portal sees. */
  get defaultTenant(): Tenant {
    const tenant = this.#partitions.get(DEFAULT_PARTITION);
    if (!tenant) throw new Error('The default partition is missing.');
    return tenant;
  }

  partition(id: string): Tenant | undefined {
    return this.#partitions.get(id);
  }

  values(): IterableIterator<Tenant> {
    return this.#partitions.values();
  }

  /** Makes a partition of its own, seeded as of now. */
  create(seed: SeedName, sizes: Sizes = {}): Tenant {
    return this.#open(`p-${randomBytes(6).toString('hex')}`, seed, sizes);
  }

  /** Lays a partition out anew, as it was seeded. */
  reset(id: string): Tenant | undefined {
    return this.#partitions.get(id);
  }

  /** Forgets a partition and its files; false when there is none or it is the default one. */
  remove(id: string): boolean {
    return id !== DEFAULT_PARTITION && this.#partitions.delete(id);
  }

  /** Writes out what is not on disk yet. */
  async flush(): Promise<void> {}

  /** Flushes and stops writing. */
  async close(): Promise<void> {}

  #open(id: string, seed: SeedName, sizes: Sizes): PartitionTenant {
    const tenant = new PartitionTenant(id, { latencyMs: this.#options.latencyMs });
    tenant.seed(Date.now(), (rows) => {
      this.#options.seeds[seed](rows);
      const { packages = 0, assignments = 0, people = 0 } = sizes;
      if (packages + assignments + people > 0) this.#options.seeds.generated(rows, { packages, assignments, people });
    });
    this.#partitions.set(id, tenant);
    return tenant;
  }
}
