import { PortalFault } from '@/lib/portal-error';

/** Query options in the order given, percent-encoded; options without a value are left out. Contract §1.6: the `$` is kept. */
export function query(options: Readonly<Record<string, string | undefined>>): string {
  const parts = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encoded(value)}`]));
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** A string literal of `$filter`: quotes doubled. Contract §1.6. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** An id as a path segment. Throws notFound for one that would lead elsewhere: dots alone climb out of their place. */
export function segment(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new PortalFault({ kind: 'notFound' });
  return encodeURIComponent(id);
}

/** One clause of `$search`: `"property:text"` with `"` and `\` escaped. Contract §5. */
export function searchClause(property: string, text: string): string {
  return `"${property}:${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

// These stand for themselves in a query (RFC 3986 §3.4) and keep logged addresses readable.
const PLAIN: Readonly<Record<string, string>> = { '%24': '$', '%2C': ',', '%2F': '/', '%3D': '=', '%3A': ':' };

function encoded(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(/%(?:24|2C|2F|3D|3A)/g, (code) => PLAIN[code] ?? code);
}
