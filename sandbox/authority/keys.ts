import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';

/** What the authority signs and seals with. */
export interface AuthorityKeys {
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  publicJwk: JWK;
  /** 256 bits; seals refresh tokens and session cookies, which only the authority reads. */
  seal: Uint8Array;
}

const FILE = 'authority-keys.json';
const loading = new Map<string, Promise<AuthorityKeys>>();

/** The keys kept in `dataDir`, made on first need. They outlive a restart, so that sessions and tokens do too. */
export function authorityKeys(dataDir: string): Promise<AuthorityKeys> {
  const known = loading.get(dataDir);
  if (known) return known;
  const keys = load(dataDir);
  loading.set(dataDir, keys);
  return keys;
}

async function load(dataDir: string): Promise<AuthorityKeys> {
  const stored = read(join(dataDir, FILE)) ?? (await create(dataDir));
  const { kty, n, e } = stored.jwk;
  const publicJwk: JWK = { kty, n, e, use: 'sig', alg: 'RS256', kid: await calculateJwkThumbprint({ kty, n, e } as JWK) };
  return {
    kid: publicJwk.kid ?? '',
    privateKey: (await importJWK(stored.jwk, 'RS256')) as CryptoKey,
    publicKey: (await importJWK(publicJwk, 'RS256')) as CryptoKey,
    publicJwk,
    seal: Buffer.from(stored.seal, 'base64url'),
  };
}

interface Stored {
  jwk: JWK;
  seal: string;
}

function read(file: string): Stored | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stored;
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that a kill in between leaves no half a key. */
async function create(dataDir: string): Promise<Stored> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const stored: Stored = { jwk: await exportJWK(privateKey), seal: randomBytes(32).toString('base64url') };
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, FILE);
  writeFileSync(`${file}.new`, JSON.stringify(stored), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return stored;
}
