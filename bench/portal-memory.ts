// npm run bench:memory: walks a thousand pages of mixed screens as several people and reads the portal's memory. Needs a build.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from './portal/process.ts';
import { visit, visitor } from './portal/visitor.ts';
import { freePort } from '../scripts/free-port.ts';
import { startSandbox } from './sandbox/process.ts';

const PAGES = Number(process.env.BENCH_PAGES || 1_000);
const AT_ONCE = 4;
const MOST_MB = 300;
const PEOPLE = ['ana.ruiz', 'nils.ekberg', 'lea.moreau', 'yuki.sato', 'karim.aziz', 'camille.laurent', 'emil.strand', 'priya.nair'];

const dataDir = mkdtempSync(join(tmpdir(), 'latchkey-memory-'));
const [sandboxPort, port] = [await freePort(), await freePort()];
const sandbox = await startSandbox({ port: sandboxPort, dataDir: join(dataDir, 'sandbox'), packages: 0, assignments: 0 });
const portal = await startPortal({ port, sandboxPort, dataDir: join(dataDir, 'portal') });
let good = true;
try {
  const visitors = await Promise.all(PEOPLE.map((name) => visitor(portal.origin, sandbox.origin, `${name}@tidewater.example`)));
  const start = portal.residentMb();
  console.log(`  started                ${start.toFixed(0)} MB`);
  let peak = start;
  let next = 0;
  const began = performance.now();
  const walk = async () => {
    for (let turn = next++; turn < PAGES; turn = next++) {
      const who = visitors[turn % visitors.length];
      const path = who?.pages[Math.floor(turn / visitors.length) % who.pages.length];
      if (who && path !== undefined) await visit(portal.origin, who.cookie, path);
      if (turn % 50 === 49) peak = Math.max(peak, portal.residentMb());
      if (turn % 200 === 199) console.log(`  after ${String(turn + 1).padStart(5)} pages      ${portal.residentMb().toFixed(0)} MB`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  const end = portal.residentMb();
  good = end < MOST_MB;
  console.log(`  peak                   ${Math.max(peak, end).toFixed(0)} MB`);
  console.log(`  pages a second         ${(PAGES / ((performance.now() - began) / 1000)).toFixed(1)}, ${AT_ONCE} at once`);
  console.log(`${good ? ' ' : '✗'} after ${PAGES} pages      ${end.toFixed(0)} MB of at most ${MOST_MB}`);
} finally {
  await portal.stop();
  await sandbox.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(good ? 0 : 1);
