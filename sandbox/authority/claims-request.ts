import { OAuthError } from './errors.ts';

/** A `claims` parameter, as far as the authority acts on it. */
export interface ClaimsRequest {
  /** The client capability cp1 was declared through it (`xms_cc`). */
  cp1: boolean;
  /** It asks for more than a fresh token, an authentication context for example: the person must act. */
  stepUp: boolean;
}

/** Reads the `claims` parameter of a request. Throws invalid_request when it is not a JSON object. */
export function readClaimsRequest(raw: string | null): ClaimsRequest {
  if (raw === null || raw === '') return { cp1: false, stepUp: false };
  const accessToken = memberOf(parse(raw), 'access_token') ?? {};
  const values = (memberOf(accessToken, 'xms_cc') ?? {}).values;
  // `nbf` is what continuous access evaluation asks for: any token issued from now on will do.
  const stepUp = Object.keys(accessToken).some((name) => name !== 'xms_cc' && name !== 'nbf');
  return { cp1: Array.isArray(values) && values.some((value) => String(value).toLowerCase() === 'cp1'), stepUp };
}

/** The refusal that asks for a person's presence; `claims` tells the client what to send with the interaction. */
export function stepUpRequired(claims: string): OAuthError {
  return new OAuthError(
    'interaction_required',
    50076,
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
    { suberror: 'basic_action', claims },
  );
}

function parse(raw: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(raw);
    if (isObject(value)) return value;
  } catch {
    // Falls through to the refusal below.
  }
  throw new OAuthError('invalid_request', 900144, "The request parameter 'claims' is not a JSON object.");
}

function memberOf(value: Record<string, unknown>, name: string): Record<string, unknown> | undefined {
  const member = value[name];
  return isObject(member) ? member : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
