import { OAuthError, errorBody, errorStatus } from './errors.ts';
import { redeemCode } from './grants/authorization-code.ts';
import { redeemAssertion } from './grants/on-behalf-of.ts';
import { redeemRefreshToken } from './grants/refresh-token.ts';
import { json } from './request.ts';
import type { AuthorityReply, AuthorityRequest } from './request.ts';

const NO_STORE = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };

const GRANTS: Record<string, (request: AuthorityRequest) => Promise<Record<string, unknown>>> = {
  authorization_code: redeemCode,
  refresh_token: redeemRefreshToken,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': redeemAssertion,
};

/** The token endpoint: one grant in, tokens or an Entra-shaped error out. */
export async function token(request: AuthorityRequest): Promise<AuthorityReply> {
  const correlationId = request.form.get('client-request-id') ?? undefined;
  try {
    const grantType = request.form.get('grant_type');
    if (grantType === null)
      throw new OAuthError('invalid_request', 900144, "The request body must contain the following parameter: 'grant_type'.");
    const redeem = Object.hasOwn(GRANTS, grantType) ? GRANTS[grantType] : undefined;
    if (!redeem) throw new OAuthError('unsupported_grant_type', 70003, `The app requested an unsupported grant type '${grantType}'.`);
    return json(200, await redeem(request), NO_STORE);
  } catch (error) {
    if (error instanceof OAuthError) return json(errorStatus(error), errorBody(error, correlationId), NO_STORE);
    throw error;
  }
}
