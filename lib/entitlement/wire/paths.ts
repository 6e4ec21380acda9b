/** Root of entitlement management below /v1.0. */
export const EM = '/identityGovernance/entitlementManagement';
