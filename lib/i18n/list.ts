import { regional } from './formats';

/** "A, B and C", as the language joins them; apart from the formats, for few screens need it. */
export function listOf(values: readonly string[], locale: string): string {
  return new Intl.ListFormat(regional(locale), { style: 'long', type: 'conjunction' }).format(values);
}
