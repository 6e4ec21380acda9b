import { z } from '@/lib/zod';

const text = z.string();
const keptSchema = z.object({
  people: z.array(z.object({ objectId: text.nullable(), name: text, email: text, isGuest: z.boolean() })),
  accessPackage: z.object({ id: text, name: text }).nullable(),
  policyId: text.nullable(),
  values: z.object({
    answers: z.record(text, z.array(text)),
    justification: text,
    period: z.object({ startDay: text, endDay: text }),
  }),
});

/** Everything that was chosen and typed to assign a package. */
export type KeptAssigning = z.output<typeof keptSchema>;

/** Text of `useKeptAssigning` as it was; null for anything else. */
export function keptAssigning(kept: string | null): KeptAssigning | null {
  try {
    return keptSchema.safeParse(JSON.parse(kept ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
