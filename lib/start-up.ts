import 'server-only';
import { config, type Config } from '@/lib/config';
import { log } from '@/lib/log';
import { database } from '@/lib/store/database';

/** Reads the settings, opens and migrates the store. Ends the process with a plain message when either fails. */
export async function startUp(): Promise<void> {
  const settings = orEnd(() => config());
  if (settings.mode === 'sandbox') log().warn({ graphRoot: settings.graphRoot }, 'sandbox mode: no ENTRA_TENANT_ID, nothing here is real');
  await database().catch((error: unknown) => end(`The store cannot be opened: ${error instanceof Error ? error.message : 'unknown'}`));
}

function orEnd(read: () => Config): Config {
  try {
    return read();
  } catch (error) {
    return end(error instanceof Error ? error.message : 'The settings cannot be read');
  }
}

function end(message: string): never {
  process.stderr.write(`\n${message}\n\n`);
  process.exit(1);
}
