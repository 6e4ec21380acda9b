import 'server-only';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { config } from '@/lib/config';
import { z } from '@/lib/zod';

const Metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  end_session_endpoint: z.url(),
  jwks_uri: z.url(),
});

/** The authority's addresses and name, from its discovery document. */
export type AuthorityMetadata = z.infer<typeof Metadata>;

interface Known {
  metadata: AuthorityMetadata;
  keys: JWTVerifyGetKey;
  untilMs: number;
}

const KEPT_MS = 24 * 3_600_000;
const kept = globalThis as { latchkeyAuthority?: Promise<Known> };

/** The authority's metadata and keys; asked once a day, and again after a failure. Throws when the authority cannot be reached. */
export async function authority(): Promise<Pick<Known, 'metadata' | 'keys'>> {
  const known = await kept.latchkeyAuthority?.catch(() => undefined);
  if (known && known.untilMs > Date.now()) return known;
  kept.latchkeyAuthority = discover();
  return kept.latchkeyAuthority;
}

/** For tests: forgets what was learnt. */
export function forgetAuthority(): void {
  kept.latchkeyAuthority = undefined;
}

async function discover(): Promise<Known> {
  const answer = await fetch(`${config().authority}/v2.0/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(10_000),
    cache: 'no-store',
  });
  if (!answer.ok) throw new Error(`The authority's discovery answered ${answer.status}`);
  const metadata = Metadata.parse(await answer.json());
  return { metadata, keys: createRemoteJWKSet(new URL(metadata.jwks_uri)), untilMs: Date.now() + KEPT_MS };
}
