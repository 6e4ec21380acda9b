// Fails on a known high or critical advisory in what the product ships; tells "could not ask" from "clean".
import { spawnSync } from 'node:child_process';
import { root, say } from './setup.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const asked = spawnSync(npm, ['audit', '--json', '--omit=dev', '--audit=true'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
  timeout: 60_000,
});
let report = null;
try {
  report = JSON.parse(asked.stdout);
} catch {
  // No JSON: the service did not answer.
}
if (!report?.metadata?.vulnerabilities) {
  say('The advisory service could not be asked; nothing is said about advisories.');
} else {
  const { high, critical } = report.metadata.vulnerabilities;
  if (high + critical > 0) {
    say(`${critical} critical and ${high} high advisories in shipped packages.`);
    process.exit(1);
  }
  say('No high or critical advisory in shipped packages.');
}
