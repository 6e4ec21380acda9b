import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rooms whose code decides what a seed lays out. */
const ROOMS = ['tenant', 'engine', 'seed'];

/** A hash over the code that lays out a seed. Partitions kept by other code are not taken up again. */
export function seedFingerprint(): string {
  const hash = createHash('sha256');
  for (const room of ROOMS) {
    const folder = join(import.meta.dirname, '..', room);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !/\.test\.ts$|^testing/.test(name),
    );
    for (const name of files.sort()) hash.update(`${room}/${name}\n`).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
