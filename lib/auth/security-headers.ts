import type { Config } from '@/lib/config';

/** A fresh value for one answer's scripts and style elements. */
export function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
}

/**
 * The pages' policy: scripts and style elements by nonce only; style attributes are allowed because React Aria renders them on the server.
 * The development server needs eval and its own style elements.
 */
export function pagePolicy(nonce: string, authorityOrigin: string, development: boolean): string {
  return policy({
    'default-src': "'none'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'style-src': development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'manifest-src': "'self'",
    'connect-src': `'self' ${authorityOrigin}`,
    'frame-src': `'self' ${authorityOrigin}`,
    'frame-ancestors': "'none'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'object-src': "'none'",
  });
}

/** The bridge page is loaded into MSAL's hidden frame: framed by ourselves only, one script, nothing else. */
export function bridgePolicy(): string {
  return policy({ 'default-src': "'none'", 'script-src': "'self'", 'frame-ancestors': "'self'", 'base-uri': "'none'" });
}

/** Headers of every answer but the policy. */
export function securityHeaders({ secure }: Pick<Config, 'secure'>): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
