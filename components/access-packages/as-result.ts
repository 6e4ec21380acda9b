import 'server-only';
import { failed } from '@/lib/auth/result';
import { log } from '@/lib/log';
import type { Result } from '@/lib/portal-error';

/** What a screen reads, as data: a failure is shown where its part would stand. */
export async function asResult<T>(reading: Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await reading };
  } catch (error) {
    return failed(error, log());
  }
}
