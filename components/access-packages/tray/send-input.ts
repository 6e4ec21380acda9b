import { submitForInput } from '@/lib/submissions/inputs';
import { z } from '@/lib/zod';

/** One request of the page. */
export const sendTogetherInput = submitForInput.extend({
  /** The page's own draft, where it ends with the last request; null where the tray does. */
  page: z.string().max(200).nullable(),
  /** With it nothing of its package is left to ask for. */
  isLast: z.boolean(),
});
export type SendTogetherInput = z.output<typeof sendTogetherInput>;
