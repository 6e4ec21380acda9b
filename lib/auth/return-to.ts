const BASE = 'http://portal.invalid';
/** A link with words in a script of three bytes a letter still fits (`lib/request-link`). */
const LONGEST = 6_000;
const LONGEST_PATH = 2_048;

/**
 * A place inside the portal that somebody asked to come back to; `/` for everything else: other origins however spelled
 * (`//evil`, `/\evil`, `/%5Cevil`, `javascript:`), the sign-in's own pages, API routes. Answers path, query and hash; of an address that is
 * too long, the path alone.
 */
export function safeReturnTo(wanted: string | null | undefined): string {
  const path = wanted?.split(/[?#]/, 1)[0] ?? '';
  const place = wanted && wanted.length <= LONGEST ? wanted : path;
  if (place === '' || path.length > LONGEST_PATH || !isPlainPath(place)) return '/';
  const url = URL.parse(place, BASE);
  if (!url || url.origin !== BASE || !isPlainPath(url.pathname)) return '/';
  if (/^\/(sign-in|signed-out|auth|api|_next)(\/|$)/i.test(url.pathname)) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}

/** One slash, then neither slash nor backslash, nor anything that becomes one when a server or browser decodes it again. */
function isPlainPath(text: string): boolean {
  let path = text;
  for (let round = 0; round < 3; round += 1) {
    if (!path.startsWith('/') || /^\/[\s/\\]/.test(path) || /[\p{Cc}\\]/u.test(path.split(/[?#]/, 1)[0] ?? '')) return false;
    const decoded = decodedOnce(path);
    if (decoded === null) return false;
    if (decoded === path) return true;
    path = decoded;
  }
  return false;
}

function decodedOnce(path: string): string | null {
  const [before = ''] = path.split(/[?#]/, 1);
  try {
    return decodeURIComponent(before);
  } catch {
    return null;
  }
}

/** Microsoft's My Access links: `…/@contoso.com#/access-packages/<id>`. The package's id, or null. */
export function myAccessPackageId(hash: string): string | null {
  return /^#\/access-packages\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#].*)?$/i.exec(hash)?.[1]?.toLowerCase() ?? null;
}
