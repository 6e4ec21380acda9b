import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { config } from '@/lib/config';

/** What a sealed value is for: each purpose has a key of its own. */
export type SealPurpose = 'session' | 'obo-token' | 'paging' | 'draft';

const IV = 12;
const TAG = 16;
const keys = new Map<string, Buffer>();

/**
 * AES-256-GCM under the first of SESSION_SECRET. `bind` is what the value belongs to (a row's id): moved elsewhere it does not open.
 * Answers `<key id>.<base64url>`.
 */
export function seal(purpose: SealPurpose, bind: string, plain: string): string {
  const [secret] = config().sessionSecrets;
  if (secret === undefined) throw new Error('No session secret');
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key(secret, purpose), iv).setAAD(Buffer.from(bind));
  const body = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${keyId(secret)}.${body.toString('base64url')}`;
}

/** Opens what `seal` made, under any secret of the list; null when it was tampered with, moved, or its secret is gone. */
export function unseal(purpose: SealPurpose, bind: string, sealed: string): string | null {
  const [id, text] = sealed.split('.');
  const secret = config().sessionSecrets.find((candidate) => keyId(candidate) === id);
  if (secret === undefined || text === undefined) return null;
  const body = Buffer.from(text, 'base64url');
  if (body.length < IV + TAG) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(secret, purpose), body.subarray(0, IV), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(bind)).setAuthTag(body.subarray(-TAG));
    return Buffer.concat([decipher.update(body.subarray(IV, -TAG)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** A key derived from one secret, for HMACs of the given purpose. */
export function macKey(secret: string, purpose: string): Buffer {
  return key(secret, purpose);
}

function key(secret: string, purpose: string): Buffer {
  const name = `${keyId(secret)} ${purpose}`;
  let made = keys.get(name);
  if (!made) keys.set(name, (made = Buffer.from(hkdfSync('sha256', secret, 'latchkey', purpose, 32))));
  return made;
}

/** Names a secret without telling it. */
function keyId(secret: string): string {
  return createHash('sha256').update(`latchkey key id ${secret}`).digest('base64url').slice(0, 8);
}
