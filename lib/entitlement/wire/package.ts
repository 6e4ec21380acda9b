import { z } from '@/lib/zod';
import type { AccessPackage } from '../access-packages';
import { flag, text } from './values';

/** accessPackage (contract §3). Without a name it is called by its id; without an id it is none. */
export const wirePackage: z.ZodType<AccessPackage | null> = z
  .object({ id: text, displayName: text, description: text, isHidden: flag })
  .transform((found) => (found.id === '' ? null : { ...found, displayName: found.displayName.trim() || found.id }))
  .nullable()
  .catch(null) as z.ZodType<AccessPackage | null>;
