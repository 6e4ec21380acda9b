import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { seedFingerprint } from './fingerprint.ts';
import { dropOlder, dropPartition, keptPartitions, readBase, writeBase } from './partition-files.ts';
import type { Base } from './partition-files.ts';
import { PartitionStore } from './partition-store.ts';
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
  /** Folder under which partitions are kept. */
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

const FLUSH_MS = 1000;
/** Partitions older than that are not taken up again: a seed is laid out around its first day. */
const MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;

/** Generations between one life of a partition and the next. */
const LIFE = 1_000_000;

interface Kept {
  tenant: PartitionTenant;
  store: PartitionStore;
  base: Base;
}

/** All partitions of one sandbox process. Those kept from an earlier run are opened when somebody first asks for them. */
export class World {
  readonly dataDir: string;
  readonly port: number;
  readonly portalOrigin: string;
  readonly #options: WorldOptions;
  readonly #fingerprint = seedFingerprint();
  readonly #open = new Map<string, Kept>();
  readonly #dormant = new Map<string, Base>();
  readonly #timer: NodeJS.Timeout;
  #dropping: Promise<void> = Promise.resolve();

  constructor(options: WorldOptions) {
    this.#options = options;
    this.dataDir = options.dataDir;
    this.port = options.port;
    this.portalOrigin = options.portalOrigin;
    this.#findKept();
    if (!this.partition(DEFAULT_PARTITION)) this.#layOut(DEFAULT_PARTITION, 'company', options.sizes ?? {}, 0);
    this.#timer = setInterval(() => void this.flush(), FLUSH_MS);
    this.#timer.unref();
  }

  /** `http://localhost:<port>`: where the sandbox is reached. */
  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** The partition that a person at the portal sees. */
  get defaultTenant(): Tenant {
    const tenant = this.partition(DEFAULT_PARTITION);
    if (!tenant) throw new Error('The default partition is missing.');
    return tenant;
  }

  partition(id: string): Tenant | undefined {
    const base = this.#dormant.get(id);
    if (base) {
      this.#dormant.delete(id);
      this.#take(id, base);
    }
    return this.#open.get(id)?.tenant;
  }

  *values(): IterableIterator<Tenant> {
    for (const id of [...this.#open.keys(), ...this.#dormant.keys()]) {
      const tenant = this.partition(id);
      if (tenant) yield tenant;
    }
  }

  /** Makes a partition of its own, seeded as of now. */
  create(seed: SeedName, sizes: Sizes = {}): Tenant {
    return this.#layOut(`p-${randomBytes(6).toString('hex')}`, seed, sizes, 0);
  }

  /** Lays a partition out anew, as it was seeded. Faults, journal and whatever else hangs on the old tenant object end with it. */
  reset(id: string): Tenant | undefined {
    this.partition(id);
    const kept = this.#open.get(id);
    if (!kept) return undefined;
    this.#dropping = Promise.all([this.#dropping, kept.store.close({ flush: false })]).then(() => {
      const now = this.#open.get(id)?.base;
      if (now) dropOlder(this.#folder(id), now.generation);
    });
    // Far enough that a compaction still under way does not reach it.
    return this.#layOut(id, kept.base.seed, kept.base.sizes, kept.base.generation + LIFE);
  }

  /** Forgets a partition and its files; false when there is none or it is the default one. */
  remove(id: string): boolean {
    if (id === DEFAULT_PARTITION || !this.partition(id)) return false;
    const kept = this.#open.get(id);
    this.#open.delete(id);
    this.#dropping = Promise.all([this.#dropping, kept?.store.close({ flush: false })]).then(() => dropPartition(this.#folder(id)));
    return true;
  }

  /** Writes out what is not on disk yet. */
  async flush(): Promise<void> {
    await Promise.all([this.#dropping, ...Array.from(this.#open.values(), ({ store }) => store.flush())]);
  }

  /** Flushes and stops writing. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all([this.#dropping, ...Array.from(this.#open.values(), ({ store }) => store.close({ flush: true }))]);
  }

  #folder(id: string): string {
    return join(this.dataDir, 'partitions', id);
  }

  /** Finds the partitions of earlier runs; drops those that are too old or laid out by other code. */
  #findKept(): void {
    for (const id of keptPartitions(join(this.dataDir, 'partitions'))) {
      const base = readBase(this.#folder(id));
      const reason = base ? this.#outlived(id, base) : 'it was never finished';
      if (base && reason === null) {
        this.#dormant.set(id, base);
        continue;
      }
      dropPartition(this.#folder(id));
      this.#options.say?.(`Partition ${id} ${id === DEFAULT_PARTITION ? 'is seeded anew' : 'is dropped'}: ${reason}.`);
    }
  }

  #outlived(id: string, base: Base): string | null {
    if (Date.now() - base.seededAt > MAX_AGE_MS) return 'it was older than 7 days';
    if (base.fingerprint !== this.#fingerprint) return 'the sandbox has changed since';
    const sizes = JSON.stringify(complete(this.#options.sizes ?? {}));
    if (id === DEFAULT_PARTITION && JSON.stringify(complete(base.sizes)) !== sizes) return 'other sizes were asked for';
    return null;
  }

  #layOut(id: string, seed: SeedName, sizes: Sizes, generation: number): Tenant {
    const base: Base = { seed, sizes: complete(sizes), seededAt: Date.now(), fingerprint: this.#fingerprint, generation };
    // The seed runs before the base is written: one that fails leaves nothing behind.
    const tenant = this.#seeded(id, base);
    writeBase(this.#folder(id), base);
    this.#record(id, base, tenant);
    return tenant;
  }

  #take(id: string, base: Base): void {
    this.#record(id, base, this.#seeded(id, base));
  }

  #record(id: string, base: Base, tenant: PartitionTenant): void {
    const store = new PartitionStore(this.#folder(id), tenant, { generation: base.generation });
    this.#open.set(id, { tenant, store, base });
  }

  #seeded(id: string, base: Base): PartitionTenant {
    const tenant = new PartitionTenant(id, { latencyMs: this.#options.latencyMs });
    tenant.seed(base.seededAt, (rows) => {
      this.#options.seeds[base.seed](rows);
      const sizes = complete(base.sizes);
      if (sizes.packages + sizes.assignments + sizes.people > 0) this.#options.seeds.generated(rows, sizes);
    });
    return tenant;
  }
}

function complete({ packages = 0, assignments = 0, people = 0 }: Sizes): Required<Sizes> {
  return { packages, assignments, people };
}
