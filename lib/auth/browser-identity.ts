import 'server-only';
import { config } from '@/lib/config';
import type { GraphScope } from '@/lib/graph/graph';
import { authority } from './authority';
import { msalAuthority, type MsalAuthority } from './msal-authority';
import { graphScopePrefix } from './obo-exchange';

/** What MSAL in the browser needs to know; nothing of it is secret. */
export interface BrowserIdentity extends MsalAuthority {
  clientId: string;
  /** The one scope the browser asks for. */
  apiScope: string;
  /** Graph scopes that are consented along with the sign-in, without the browser ever holding a Graph token. */
  consentScopes: string[];
  /** Stands before a Graph scope's name; empty where bare names mean this Graph. */
  graphScopePrefix: string;
}

const SIGN_IN_SCOPES: readonly GraphScope[] = ['EntitlementMgmt-SubjectAccess.ReadWrite', 'User.Read'];

export async function browserIdentity(): Promise<BrowserIdentity> {
  const { clientId, apiScope, authority: url } = config();
  const prefix = graphScopePrefix();
  const { metadata } = await authority();
  return {
    clientId,
    apiScope,
    consentScopes: SIGN_IN_SCOPES.map((scope) => prefix + scope),
    graphScopePrefix: prefix,
    ...msalAuthority(url, metadata),
  };
}
