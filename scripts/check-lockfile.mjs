// The lockfile must install on every platform: each native package that occurs lists all its binaries, and every entry has an integrity.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './setup.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const names = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
const MSVC = ['darwin-arm64', 'darwin-x64', 'linux-arm64-gnu', 'linux-x64-gnu', 'win32-arm64-msvc', 'win32-x64-msvc'];
const PLAIN = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-arm64', 'win32-x64'];
const GLIBC = ['darwin-arm64', 'darwin-x64', 'linux-arm64-glibc', 'linux-x64-glibc', 'win32-arm64', 'win32-x64'];
// Package → [prefix of its binaries, their platforms].
const NATIVE = {
  next: ['@next/swc-', MSVC],
  '@tailwindcss/oxide': ['@tailwindcss/oxide-', MSVC],
  lightningcss: ['lightningcss-', MSVC],
  'unrs-resolver': ['@unrs/resolver-binding-', MSVC],
  rolldown: ['@rolldown/binding-', MSVC],
  '@swc/core': ['@swc/core-', MSVC],
  '@parcel/watcher': ['@parcel/watcher-', GLIBC],
  'oxc-parser': ['@oxc-parser/binding-', MSVC],
  esbuild: ['@esbuild/', PLAIN],
};
const faults = [];
for (const [owner, [prefix, platforms]] of Object.entries(NATIVE)) {
  if (!names.has(owner)) continue;
  for (const platform of platforms) if (!names.has(`${prefix}${platform}`)) faults.push(`${prefix}${platform} is missing`);
}
for (const [path, entry] of Object.entries(packages)) {
  if (path && !entry.link && !entry.inBundle && !entry.integrity) faults.push(`${path} has no integrity`);
  if (entry.resolved) faults.push(`${path} names a download address; npm ci would insist on it`);
}
if (faults.length) {
  for (const fault of faults) say(fault);
  process.exit(1);
}
say(`The lockfile is whole: ${names.size} packages.`);
