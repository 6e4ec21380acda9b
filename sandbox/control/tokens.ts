import { issueGraphToken, issuePortalToken } from '../authority/tokens.ts';
import type { ControlCall, ControlReply } from './control-call.ts';
import { NO_CONTENT } from './control-call.ts';
import { personNamed } from './people.ts';
import { flag, members, needed, oneOf, text, texts, whole } from './wrong-call.ts';

const readToken = members<{ user: string; scope: string; audience: 'graph' | 'portal'; capabilities: string[]; lifetime: number }>({
  user: text,
  scope: text,
  audience: oneOf('graph', 'portal'),
  capabilities: texts,
  lifetime: whole(-1_000_000_000, 1_000_000_000),
});

/** A token without a sign-in, consent taken as given. */
export async function giveToken({ world, tenant, body }: ControlCall): Promise<ControlReply> {
  const asked = readToken(body, 'A token');
  const person = personNamed(tenant, asked.user);
  const options = {
    cp1: asked.capabilities?.includes('cp1') === true,
    ...(asked.lifetime === undefined ? {} : { lifetime: asked.lifetime }),
  };
  if (asked.audience === 'portal') return { status: 200, body: await issuePortalToken(world, tenant, person, options) };
  const scopes = needed(asked.scope, 'scope').split(/\s+/).filter(Boolean);
  return { status: 200, body: await issueGraphToken(world, tenant, person, scopes, options) };
}

const readConsent = members<{ scope: string; granted: boolean }>({ scope: text, granted: flag });

/** What the tenant has admin-consented to. Several scopes may be named, with spaces between. */
export function setConsent({ tenant, body }: ControlCall): ControlReply {
  const asked = readConsent(body, 'Consent');
  const granted = needed(asked.granted, 'granted');
  for (const scope of needed(asked.scope, 'scope').split(/\s+/).filter(Boolean)) tenant.setConsent(scope, granted);
  return NO_CONTENT;
}

const readRevoke = members<{ user: string }>({ user: text });

/** Ends somebody's tokens of before. */
export function revoke({ tenant, body }: ControlCall): ControlReply {
  tenant.revoke(personNamed(tenant, readRevoke(body, 'Revoke').user).id);
  return NO_CONTENT;
}
