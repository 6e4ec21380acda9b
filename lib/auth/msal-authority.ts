import type { AuthorityMetadata } from './authority';

/** The three settings by which both MSAL libraries take an authority as given, without asking anybody. */
export interface MsalAuthority {
  authority: string;
  knownAuthorities: string[];
  authorityMetadata: string;
}

/**
 * MSAL refuses http authorities. The `authority` it sees is always https: its host and tenant are only the name of the cache;
 * what it calls are the endpoints of the metadata, which it takes as they are.
 */
export function msalAuthority(authorityUrl: string, metadata: AuthorityMetadata): MsalAuthority {
  const { host, pathname } = new URL(authorityUrl);
  return { authority: `https://${host}${pathname}`, knownAuthorities: [host], authorityMetadata: JSON.stringify(metadata) };
}
