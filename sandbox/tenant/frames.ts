import { crc32 } from 'node:zlib';

/** One change: table (or `settings`), id, and the row as it is now; null for a delete. */
export type Change = [table: string, id: string, row: unknown];

/** Changes that belong together, as one line that is read whole or not at all. */
export function writeFrame(changes: readonly Change[]): string {
  const text = JSON.stringify(changes);
  return `${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
}

/** The frames of a log up to the first that is torn, and how many bytes of it are good. */
export function readFrames(log: Buffer): { frames: Change[][]; goodBytes: number } {
  const frames: Change[][] = [];
  let from = 0;
  for (;;) {
    const end = log.indexOf(0x0a, from);
    if (end < 0) return { frames, goodBytes: from };
    const text = log.toString('utf8', from + 9, end);
    if (log.toString('latin1', from, from + 8) !== crc32(text).toString(16).padStart(8, '0')) return { frames, goodBytes: from };
    frames.push(JSON.parse(text) as Change[]);
    from = end + 1;
  }
}
