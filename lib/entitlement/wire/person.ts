import { z } from '@/lib/zod';
import type { Person } from '../people';
import { text, textOrNull } from './values';

/** user (contract §5). A guest's principal name carries `#EXT#`; `userType` is not among the basics. */
export const wirePerson: z.ZodType<Person | null> = z
  .object({ id: text, displayName: text, mail: text, userPrincipalName: text, jobTitle: textOrNull })
  .transform((found): Person | null =>
    found.id === ''
      ? null
      : {
          ...found,
          displayName: found.displayName || found.mail || found.userPrincipalName || found.id,
          isGuest: /#EXT#/i.test(found.userPrincipalName),
        },
  )
  .catch(null) as z.ZodType<Person | null>;
