import type { z } from '@/lib/zod';

/** Field name (dotted path) → message key of the namespace `errors`: the schema's own message where it is a key, else `other`. */
export function invalidFields(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) {
    fields[path.map(String).join('.')] ??= /^[a-z][A-Za-z0-9]*$/.test(message) ? message : 'other';
  }
  return fields;
}
