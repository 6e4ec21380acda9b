/** The sandbox tenant's registration, repeated here because the portal knows the sandbox by its URLs only. */
export const SANDBOX = {
  tenantId: 'c0a80101-5eed-4c0d-8a1b-5a9db0c5e001',
  clientId: '1a7c4e00-5eed-4c0d-8a1b-5a9db0c5e002',
  /** Public on purpose: it opens nothing but a sandbox on loopback. */
  clientSecret: 'sandbox-only-no-secret',
} as const;

/** Where the sandbox listens: `SANDBOX_PORT`, 4010 unless set. */
export function sandboxDefaults(port: string | undefined, faults: string[]): { graphRoot: string; authority: string } {
  const number = Number(port ?? 4010);
  if (!Number.isInteger(number) || number < 1 || number > 65535) faults.push('SANDBOX_PORT must be 1 to 65535');
  const origin = `http://localhost:${number}`;
  return { graphRoot: origin, authority: `${origin}/${SANDBOX.tenantId}` };
}
