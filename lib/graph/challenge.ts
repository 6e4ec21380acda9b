/**
 * The claims of a WWW-Authenticate challenge as JSON text, null where there is none (contract §1.8). Several headers arrive joined
 * by commas; parameters are unordered; the base64 may be of either alphabet.
 */
export function claimsChallenge(headers: Headers): string | null {
  const value = headers.get('www-authenticate');
  if (!value) return null;
  for (const challenge of challenges(value)) {
    if (challenge.get('error')?.toLowerCase() !== 'insufficient_claims') continue;
    const claims = decoded(challenge.get('claims') ?? '');
    if (claims !== null) return claims;
  }
  return null;
}

// A closing quote may be missing, so that nothing is ever tried twice. A scheme stands before a parameter without a comma between: `Bearer realm=""`.
const TOKEN = /([\w!#$%&'*+.^`|~-]+)(\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^\s,"]*)))?/g;

function challenges(value: string): Map<string, string>[] {
  const found: Map<string, string>[] = [];
  for (const match of value.matchAll(TOKEN)) {
    const [, name = '', assignment, quoted, bare] = match;
    if (assignment === undefined) found.push(new Map());
    else found.at(-1)?.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '');
  }
  return found;
}

function decoded(base64: string): string | null {
  if (base64 === '') return null;
  const text = base64.startsWith('{') ? base64 : Buffer.from(base64, 'base64').toString('utf8');
  try {
    const claims: unknown = JSON.parse(text);
    return typeof claims === 'object' && claims !== null ? text : null;
  } catch {
    return null;
  }
}
