import { z } from '@/lib/zod';
import type { Suggestion, SuggestionReason } from '../suggestions';
import { wirePackage } from './package';
import { instant, list, order, text } from './values';

const wireRelated = z
  .object({ displayName: text })
  .transform((found) => found.displayName.trim() || null)
  .catch(null) as z.ZodType<string | null>;

const wireReason: z.ZodType<SuggestionReason | null> = z
  .object({
    '@odata.type': text,
    relatedPeopleAssignmentCount: order,
    relatedPeople: list(wireRelated),
    pastAssignmentCount: order,
    lastAssignmentDateTime: instant,
  })
  .transform((found): SuggestionReason | null => {
    if (/RelatedPeopleBased$/i.test(found['@odata.type'])) {
      const count = Math.max(found.relatedPeopleAssignmentCount, found.relatedPeople.length);
      return count > 0 ? { kind: 'people', count, names: found.relatedPeople } : null;
    }
    if (/SelfAssignmentHistoryBased$/i.test(found['@odata.type'])) return { kind: 'past', lastDateTime: found.lastAssignmentDateTime };
    return null;
  })
  .catch(null) as z.ZodType<SuggestionReason | null>;

/** accessPackageSuggestion (contract §4.4): its id is the package's. Without a package that was told, or without a reason we can say, it is none. */
export const wireSuggestion: z.ZodType<Suggestion | null> = z
  .object({ reasons: list(wireReason), accessPackage: wirePackage })
  .transform(({ reasons, accessPackage }) => (accessPackage && reasons.length > 0 ? { accessPackage, reasons } : null))
  .catch(null) as z.ZodType<Suggestion | null>;
