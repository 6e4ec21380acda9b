import { isoDuration } from '@/lib/iso-duration';
import { z } from '@/lib/zod';
import type { Expiration } from '../policies';
import type { Schedule } from '../schedules';
import { instant, text } from './values';

const UNSPECIFIED: Expiration = { kind: 'unspecified' };

/** expirationPattern (contract §3). */
export const wireExpiration: z.ZodType<Expiration> = z
  .object({ type: text, endDateTime: instant, duration: text })
  .transform(({ type, endDateTime, duration }): Expiration => {
    const kind = type.toLowerCase();
    if (kind === 'noexpiration') return { kind: 'never' };
    if (kind === 'afterduration' && isoDuration(duration)) return { kind: 'for', duration };
    return endDateTime === null ? UNSPECIFIED : { kind: 'until', endDateTime };
  })
  .catch(UNSPECIFIED) as z.ZodType<Expiration>;

/** entitlementManagementSchedule (contract §3); `recurrence` is for access reviews. */
export const wireSchedule: z.ZodType<Schedule | null> = z
  .object({ startDateTime: instant, expiration: wireExpiration })
  .nullable()
  .catch(null) as z.ZodType<Schedule | null>;
