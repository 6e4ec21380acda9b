/** Text as both engines take it: PostgreSQL refuses the NUL character. */
export function storable(text: string): string {
  return text.replaceAll('\0', '');
}
