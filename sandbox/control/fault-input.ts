import type { AuthorityFault, Fault, GraphFault } from './faults.ts';
import { members, needed, number, oneOf, orNull, text, whole, WrongCall } from './wrong-call.ts';
import type { Reader } from './wrong-call.ts';

const pattern: Reader<string> = (value, name) => {
  const written = text(value, name);
  try {
    new RegExp(written);
  } catch {
    throw new WrongCall(`${name} must be a regular expression over the path below /v1.0.`);
  }
  return written;
};

const SELECTION = {
  method: oneOf('GET', 'POST', 'PATCH', 'PUT', 'DELETE'),
  path: pattern,
  user: text,
  times: whole(1),
  share: number(0, 1),
  seed: whole(0),
};
const PLAIN = ['lost', 'reset', 'truncated', 'html', 'empty', 'challenge', 'expired'] as const;
const KINDS = ['throttle', 'status', 'slow', ...PLAIN, 'authority'] as const;
const kind = oneOf(...KINDS);

const throttle = members({ kind, ...SELECTION, retryAfter: orNull(number(0)) });
const status = members({ kind, ...SELECTION, status: whole(400, 599), code: text });
const slow = members({ kind, ...SELECTION, delayMs: number(0) });
const plain = members({ kind, ...SELECTION });
const authority = members({
  kind,
  grant: oneOf('authorization_code', 'refresh_token', 'on_behalf_of', 'silent'),
  error: oneOf('invalid_grant', 'interaction_required', 'consent_required', 'temporarily_unavailable'),
  claims: text,
  user: text,
  times: whole(1),
});

/** A fault as a body asks for it (sandbox-control, "Faults"). */
export function readFault(body: unknown, id: string): Fault {
  const asked = kind((body as { kind?: unknown } | null)?.kind, 'kind');
  const base = { id, fired: 0 };
  if (asked === 'throttle') return { ...throttle(body, 'A throttle fault'), kind: asked, ...base };
  if (asked === 'authority') return readAuthorityFault(body, base);
  if (asked === 'status') {
    const fault = status(body, 'A status fault');
    return { ...fault, kind: asked, status: needed(fault.status, 'status'), ...base };
  }
  if (asked === 'slow') {
    const fault = slow(body, 'A slow fault');
    return { ...fault, kind: asked, delayMs: needed(fault.delayMs, 'delayMs'), ...base };
  }
  const fault: GraphFault = { ...plain(body, `A ${asked} fault`), kind: asked, ...base };
  return fault;
}

function readAuthorityFault(body: unknown, base: { id: string; fired: number }): AuthorityFault {
  const fault = authority(body, 'An authority fault');
  return { ...fault, kind: 'authority', grant: needed(fault.grant, 'grant'), error: needed(fault.error, 'error'), ...base };
}
