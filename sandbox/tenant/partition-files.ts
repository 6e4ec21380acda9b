import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFrames } from './frames.ts';
import type { Change } from './frames.ts';
import type { SeedName, Sizes } from './world.ts';

/** What a partition was laid out from. Its rows are this seed plus the changes in snapshot and logs. */
export interface Base {
  seed: SeedName;
  sizes: Sizes;
  /** Real time, UTC ms: the seed is laid out relative to it. */
  seededAt: number;
  /** Which code laid it out: other code may lay out other rows, to which the changes would not fit. */
  fingerprint: string;
  /** Snapshots and logs below this number belong to an earlier life of the partition. */
  generation: number;
}

/** The base of the partition kept in this folder; null when there is none that can be read. */
export function readBase(folder: string): Base | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'base.json'), 'utf8')) as Base;
  } catch {
    return null;
  }
}

/** Begins a life of the partition: from the moment this file is renamed into place, earlier generations do not count. */
export function writeBase(folder: string, base: Base): void {
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, 'base.json.new');
  writeFileSync(unfinished, JSON.stringify(base));
  renameSync(unfinished, join(folder, 'base.json'));
}

export function logPath(folder: string, generation: number): string {
  return join(folder, `log-${generation}.ndjson`);
}

export function snapshotPath(folder: string, generation: number): string {
  return join(folder, `snapshot-${generation}.ndjson`);
}

/** Numbers of the files of this kind, ascending, from `least` on. */
function generations(folder: string, kind: 'log' | 'snapshot', least: number): number[] {
  const pattern = new RegExp(`^${kind}-(\\d+)\\.ndjson$`);
  const found = readdirSync(folder).flatMap((name) => pattern.exec(name)?.[1] ?? []);
  return found
    .map(Number)
    .filter((number) => number >= least)
    .sort((one, two) => one - two);
}

/** Everything that changed since the seed, oldest first, and the generation to go on with. A torn tail is cut off. */
export function readChanges(folder: string, least: number): { changes: Change[][]; generation: number; logBytes: number } {
  const snapshot = generations(folder, 'snapshot', least).at(-1);
  const changes = snapshot === undefined ? [] : readFrames(readFileSync(snapshotPath(folder, snapshot))).frames;
  let generation = snapshot ?? least;
  let logBytes = 0;
  for (const number of generations(folder, 'log', generation)) {
    const path = logPath(folder, number);
    const log = readFileSync(path);
    const { frames, goodBytes } = readFrames(log);
    if (goodBytes < log.length) truncateSync(path, goodBytes);
    changes.push(...frames);
    generation = number;
    logBytes = goodBytes;
  }
  return { changes, generation, logBytes };
}

/** Deletes snapshots and logs that a newer snapshot (or a newer life) has replaced. */
export function dropOlder(folder: string, generation: number): void {
  for (const kind of ['log', 'snapshot'] as const) {
    for (const number of generations(folder, kind, 0)) {
      if (number < generation) rmSync(kind === 'log' ? logPath(folder, number) : snapshotPath(folder, number), { force: true });
    }
  }
}

/** Forgets a partition: its base goes first, so that half a deletion is none at all. */
export function dropPartition(folder: string): void {
  rmSync(join(folder, 'base.json'), { force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Names of the partitions kept below this folder. */
export function keptPartitions(root: string): string[] {
  return existsSync(root) ? readdirSync(root) : [];
}
