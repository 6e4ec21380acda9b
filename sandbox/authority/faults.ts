import { matchAuthorityFault } from '../control/faults.ts';
import type { Person } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { OAuthError } from './errors.ts';

export type AuthorityGrant = 'authorization_code' | 'refresh_token' | 'on_behalf_of' | 'silent';

const NUMBERS: Record<string, { aadsts: number; message: string; suberror?: string }> = {
  invalid_grant: { aadsts: 70000, message: 'Provided grant is invalid or malformed.' },
  interaction_required: {
    aadsts: 50079,
    message: 'The user must enroll in multi-factor authentication to access the resource.',
    suberror: 'basic_action',
  },
  consent_required: {
    aadsts: 65001,
    message: 'The user or administrator has not consented to use the application.',
    suberror: 'consent_required',
  },
  temporarily_unavailable: { aadsts: 90033, message: 'A transient error has occurred. Please try again.' },
};

/** Throws the refusal that a test has asked for (sandbox-control, "Faults"), if one is set for this grant and person. */
export function authorityFault(tenant: Tenant, grant: AuthorityGrant, person: Person | undefined): void {
  const fault = matchAuthorityFault(tenant, { grant, user: person?.userPrincipalName });
  if (!fault) return;
  const known = NUMBERS[fault.error] ?? { aadsts: 90014, message: 'The request was refused.' };
  throw new OAuthError(fault.error, known.aadsts, known.message, { suberror: known.suberror, claims: fault.claims });
}
