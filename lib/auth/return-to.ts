const BASE = 'http://portal.invalid';
const LONGEST = 2048;

/**
 * A place inside the portal that somebody asked to come back to; `/` for everything else: other origins however spelled
 * (`//evil`, `/\evil`, `/%5Cevil`, `javascript:`), the sign-in's own pages, API routes. Answers path, query and hash.
 */
export function safeReturnTo(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > LONGEST || !isPlainPath(wanted)) return '/';
  const url = URL.parse(wanted, BASE);
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
