import { z } from '@/lib/zod';
import type { Subject } from '../requests';
import { text, textOrNull } from './values';

/** accessPackageSubject (contract §3): `objectId` is the directory id, `id` is not. */
export const wireSubject: z.ZodType<Subject | null> = z
  .object({ objectId: textOrNull, displayName: text, email: text, principalName: text })
  .transform(({ objectId, displayName, email, principalName }) => {
    const address = email || principalName;
    return objectId === null && !displayName && !address
      ? null
      : {
          objectId,
          displayName: displayName || address,
          email: address,
          ...(/#ext#@/i.test(principalName) ? { isGuest: true as const } : {}),
        };
  })
  .nullable()
  .catch(null) as z.ZodType<Subject | null>;
