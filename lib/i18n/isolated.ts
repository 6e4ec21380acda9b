/** People's text for a plain sentence: its direction, and what it may hold to turn it, stay within it (FSI … PDI). */
export function isolated(text: string): string {
  return `\u2068${text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')}\u2069`;
}
