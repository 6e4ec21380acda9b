/** What a token says about itself, unproven; empty words where it is none. */
export function decodeJwt(token: string): { scp: string; oid: string; aud: string } {
  const [, middle = ''] = token.split('.');
  const claims = middle === '' ? {} : (JSON.parse(Buffer.from(middle, 'base64url').toString('utf8')) as Record<string, unknown>);
  const word = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '');
  return { scp: word('scp'), oid: word('oid'), aud: word('aud') };
}
