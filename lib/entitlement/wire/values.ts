import { z } from '@/lib/zod';

/**
 * Tolerant wire values (contract §1.3): a documented property may be missing, null, of another type or of another case; nothing here
 * throws and nothing yields undefined.
 */

/** Text; '' where there is none. */
export const text = z.string().catch('');

/** Text or null; an empty one counts as none. */
export const textOrNull = z.string().min(1).nullable().catch(null);

/** Booleans, also as strings (contract §4.12); false where there is none. */
export const flag = z.union([z.boolean(), z.string().transform((value) => value.toLowerCase() === 'true')]).catch(false);

/** An order number, also as a string; 0 where there is none. */
export const order = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,9}$/)
      .transform(Number),
  ])
  .catch(0);

/** An instant as UTC ISO 8601 with milliseconds; null where there is none, the string "null" (contract §4.6) included. */
export const instant = z
  .string()
  .transform((value) => toInstant(value))
  .nullable()
  .catch(null);

// Graph writes up to seven fraction digits (contract §1.3).
const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/i;

function toInstant(value: string): string | null {
  const match = INSTANT.exec(value.trim());
  if (!match) return null;
  const at = Date.parse(`${match[1]}${(match[2] ?? '').slice(0, 4)}${match[3] ?? 'Z'}`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** A list whose items are parsed one by one; those that cannot be (null) are left out. */
export function list<T>(item: z.ZodType<T | null>): z.ZodType<T[]> {
  return z
    .array(z.unknown())
    .transform((items) => parseRows(item, items))
    .catch([]) as z.ZodType<T[]>;
}

/** Rows of a page, those without meaning (no id) left out. */
export function parseRows<T>(schema: z.ZodType<T | null>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success && parsed.data !== null ? [parsed.data] : [];
  });
}

/** The member of a closed set that a wire enum value names, whatever its case (contract §1.3); `other` for any other. */
export function member<const T extends string>(members: readonly T[], value: string): T | 'other' {
  const lower = value.toLowerCase();
  return members.find((candidate) => candidate.toLowerCase() === lower) ?? 'other';
}

/** The rows of a collection that was not read through `page`. */
export function collection(body: unknown): unknown[] {
  return z
    .object({ value: z.array(z.unknown()) })
    .catch({ value: [] })
    .parse(body).value;
}
