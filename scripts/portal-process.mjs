// How the built portal is run: by npm start, by the benchmarks and by tests that start one of their own.

/**
 * What the portal holds on to is about 80 MB; V8 left alone lets garbage pile up to several times that on a machine with room. It collects
 * when the heap has grown by a fifth instead. No hard limit: a busy hour may take more.
 */
const LEAN = ['--heap-growing-percent=20', '--max-semi-space-size=4'];

/** Arguments of Node for the portal on `port`; `local`: on loopback only. */
export function portalArguments(port, local) {
  return [...LEAN, 'node_modules/next/dist/bin/next', 'start', '-p', String(port), ...(local ? ['-H', '127.0.0.1'] : [])];
}

/** Two arenas for glibc's allocator: with one per thread, freed memory stays scattered. Without meaning elsewhere. */
export const portalEnvironment = { MALLOC_ARENA_MAX: '2' };
