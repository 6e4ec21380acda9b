import { readFile } from 'node:fs/promises';
import type { AbstractIntlMessages } from 'next-intl';
import { config } from '@/lib/config';

/** The language of the layout tests: nobody's, so that no browser asks for it. */
export const probeLocale = 'en-XA';

/** The messages of the layout tests; null wherever `SANDBOX_MESSAGES` is not set, so in every portal with a tenant. */
export async function probeMessages(): Promise<AbstractIntlMessages | null> {
  const path = config().probeMessages;
  return path === null ? null : JSON.parse(await readFile(/* turbopackIgnore: true */ path, 'utf8'));
}
