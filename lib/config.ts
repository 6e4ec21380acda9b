import 'server-only';
import { readConfig, type Config } from '@/lib/settings/read-config';
import { sandboxSecret } from '@/lib/settings/sandbox-secret';

export type { Config } from '@/lib/settings/read-config';

const kept = globalThis as { latchkeyConfig?: Config };

/**
 * The settings of this process (design §8), read once. Throws ConfigError, which lists every fault.
 * The only reader of process.env in the portal; `next build` never calls it.
 */
export function config(): Config {
  kept.latchkeyConfig ??= load();
  return kept.latchkeyConfig;
}

function load(): Config {
  const read = readConfig(process.env);
  if (read.sessionSecrets.length > 0) return read;
  return { ...read, sessionSecrets: [sandboxSecret(read.dataDir)] };
}
