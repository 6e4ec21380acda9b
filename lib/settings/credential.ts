import { createPrivateKey, createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** How the portal proves itself to the authority. */
export type ClientCredential = { secret: string } | { certificate: { privateKey: string; thumbprintSha256: string; x5c: string } };

/**
 * Reads a PEM with private key and certificate, from the text itself or a file's path.
 * Throws with a sentence for the operator when either part is missing or unreadable.
 */
export function certificateCredential(value: string): ClientCredential {
  const pem = value.includes('-----BEGIN') ? value : readFileSync(value, 'utf8');
  const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/.exec(pem)?.[0];
  const chain = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  if (!key || !chain?.[0]) throw new Error('needs both a PRIVATE KEY and a CERTIFICATE in PEM form');
  const privateKey = createPrivateKey(key).export({ type: 'pkcs8', format: 'pem' }).toString();
  const leaf = new X509Certificate(chain[0]);
  return { certificate: { privateKey, thumbprintSha256: createHash('sha256').update(leaf.raw).digest('hex'), x5c: chain.join('\n') } };
}
