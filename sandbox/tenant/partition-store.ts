import { open, rename } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { writeFrame } from './frames.ts';
import type { Change } from './frames.ts';
import { dropOlder, logPath, readChanges, snapshotPath } from './partition-files.ts';
import { TABLES } from './partition.ts';
import type { PartitionSettings, PartitionTenant, Recorder, TableName } from './partition.ts';

/** A log this long is worth replacing by a snapshot. */
const COMPACT_BYTES = 4 * 1024 * 1024;
/** Rows written to a snapshot before other work gets its turn. */
const ROWS_A_TURN = 500;

/** Keeps one partition on disk: changes go to a log each second, and now and then a snapshot takes the log's place. */
export class PartitionStore implements Recorder {
  readonly #folder: string;
  readonly #tenant: PartitionTenant;
  readonly #compactBytes: number;
  /** Changes since the last flush, the latest of each row. */
  #pending = new Map<string, Change>();
  /** Ids that differ from the seed, by table, in the order they first changed. */
  readonly #changed = new Map<TableName, Set<string>>(TABLES.map((table) => [table, new Set()]));
  #generation: number;
  #log: FileHandle | null = null;
  #logBytes = 0;
  #snapshotBytes = 0;
  #work: Promise<void> = Promise.resolve();
  #compaction: Promise<void> | null = null;

  /** Brings a freshly seeded tenant to where its log left it, and records it from then on. */
  constructor(folder: string, tenant: PartitionTenant, options: { generation: number; compactBytes?: number }) {
    this.#folder = folder;
    this.#tenant = tenant;
    this.#compactBytes = options.compactBytes ?? COMPACT_BYTES;
    const { changes, generation, logBytes } = readChanges(folder, options.generation);
    this.#generation = generation;
    this.#logBytes = logBytes;
    for (const frame of changes) for (const change of frame) this.#replay(change);
    tenant.recorder = this;
  }

  row(table: TableName, id: string, row: { id: string } | undefined): void {
    this.#changed.get(table)?.add(id);
    this.#pending.set(`${table} ${id}`, [table, id, row ?? null]);
  }

  settings(settings: PartitionSettings): void {
    this.#pending.set('settings', ['settings', '', settings]);
  }

  /** Appends what changed as one frame. Resolves when it is on disk. */
  flush(): Promise<void> {
    this.#work = this.#work.then(() => this.#append());
    if (this.#logBytes > this.#compactBytes && this.#logBytes > 2 * this.#snapshotBytes) void this.compact();
    return this.#work;
  }

  /** Writes a snapshot of all that differs from the seed, a few rows at a time, and starts a new log beside it. */
  compact(): Promise<void> {
    this.#compaction ??= this.#replaceLog().finally(() => {
      this.#compaction = null;
    });
    return this.#compaction;
  }

  /** Stops recording; resolves when nothing is written any more. */
  async close(options: { flush: boolean }): Promise<void> {
    this.#tenant.recorder = null;
    if (!options.flush) this.#pending.clear();
    await this.flush();
    await this.#compaction;
    await this.#log?.close();
    this.#log = null;
  }

  async #replaceLog(): Promise<void> {
    this.#work = this.#work.then(() => this.#startLog(this.#generation + 1));
    await this.#work;
    const unfinished = `${snapshotPath(this.#folder, this.#generation)}.new`;
    const file = await open(unfinished, 'w');
    const bytes = await this.#writeSnapshot(file).finally(() => file.close());
    // Rows of the snapshot may be younger than the log: only once the log has caught up does the snapshot count.
    this.#work = this.#work.then(() => this.#append());
    await this.#work;
    await rename(unfinished, snapshotPath(this.#folder, this.#generation));
    dropOlder(this.#folder, this.#generation);
    this.#snapshotBytes = bytes;
  }

  #replay([table, id, row]: Change): void {
    if (table === 'settings') {
      this.#tenant.restore(row as PartitionSettings);
      return;
    }
    const name = TABLES.find((known) => known === table);
    if (!name) return;
    this.#changed.get(name)?.add(id);
    const rows = this.#tenant[name] as { put(row: unknown): unknown; delete(id: string): void };
    if (row === null) rows.delete(id);
    else rows.put(row);
  }

  async #append(): Promise<void> {
    if (this.#pending.size === 0) return;
    const changes = [...this.#pending.values()];
    this.#pending = new Map();
    this.#log ??= await open(logPath(this.#folder, this.#generation), 'a');
    const frame = Buffer.from(writeFrame(changes));
    await this.#log.appendFile(frame);
    await this.#log.datasync();
    this.#logBytes += frame.length;
  }

  async #startLog(generation: number): Promise<void> {
    await this.#append();
    await this.#log?.close();
    this.#generation = generation;
    this.#log = await open(logPath(this.#folder, generation), 'a');
    this.#logBytes = 0;
  }

  async #writeSnapshot(file: FileHandle): Promise<number> {
    let bytes = 0;
    const write = async (changes: Change[]): Promise<void> => {
      const frame = Buffer.from(writeFrame(changes));
      await file.appendFile(frame);
      bytes += frame.length;
      await nextTurn();
    };
    await write([['settings', '', this.#tenant.settings]]);
    for (const [table, ids] of this.#changed) {
      let changes: Change[] = [];
      for (const id of ids) {
        changes.push([table, id, this.#tenant[table].get(id) ?? null]);
        if (changes.length === ROWS_A_TURN) {
          await write(changes);
          changes = [];
        }
      }
      if (changes.length > 0) await write(changes);
    }
    await file.datasync();
    return bytes;
  }
}
