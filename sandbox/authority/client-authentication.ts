import { timingSafeEqual } from 'node:crypto';
import { OAuthError } from './errors.ts';
import { CLIENT_ID, CLIENT_SECRET } from './registration.ts';
import type { AuthorityRequest } from './request.ts';

/** Who redeems: the browser app (public) or the portal's server (confidential, it showed the secret). Throws invalid_client and its kin. */
export function authenticateClient(request: AuthorityRequest): 'public' | 'confidential' {
  const { id, secret } = credentials(request);
  if (id === null) throw new OAuthError('invalid_request', 900144, "The request body must contain the following parameter: 'client_id'.");
  if (id !== CLIENT_ID) {
    throw new OAuthError(
      'unauthorized_client',
      700016,
      `Application with identifier '${id}' was not found in the directory 'Tidewater Freight'.`,
    );
  }
  if (secret === null) return 'public';
  if (!sameSecret(secret)) {
    throw new OAuthError(
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${CLIENT_ID}'.`,
    );
  }
  return 'confidential';
}

/** The refusal of a grant that only the confidential client may use. */
export function secretRequired(): OAuthError {
  return new OAuthError(
    'invalid_client',
    7000218,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  );
}

function credentials(request: AuthorityRequest): { id: string | null; secret: string | null } {
  const basic = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (basic === undefined) return { id: request.form.get('client_id'), secret: request.form.get('client_secret') };
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':').map(formDecode);
  return { id, secret };
}

/** RFC 6749 §2.3.1: both halves of a Basic credential are form-encoded. */
function formDecode(value: string): string {
  return new URLSearchParams(`v=${value}`).get('v') ?? '';
}

function sameSecret(secret: string): boolean {
  const given = Buffer.from(secret);
  const known = Buffer.from(CLIENT_SECRET);
  return given.length === known.length && timingSafeEqual(given, known);
}
