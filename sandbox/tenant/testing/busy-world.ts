// A process to be killed: writes pairs of catalogs that must only ever be seen together, and says how far it has come.
import { putCatalog, SMALL_SEEDS } from './worlds.ts';
import { World } from '../world.ts';

const world = new World({ dataDir: process.argv[2] ?? '', port: 4010, portalOrigin: 'http://localhost:3000', seeds: SMALL_SEEDS });
let written = 0;
setInterval(() => {
  for (let burst = 0; burst < 20; burst += 1) {
    written += 1;
    putCatalog(world.defaultTenant, `left ${written}`);
    putCatalog(world.defaultTenant, `right ${written}`);
  }
  process.stdout.write(`${written} ${Date.now()}\n`);
}, 5);
