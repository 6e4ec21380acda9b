import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address';
import { bridgePolicy, newNonce, pagePolicy, securityHeaders } from './security-headers';

describe('the caller’s address', () => {
  it.each([
    ['1.1.1.1', 0, null],
    [null, 1, null],
    ['', 1, null],
    ['6.6.6.6, 1.1.1.1', 1, '1.1.1.1'],
    ['6.6.6.6, 1.1.1.1, 10.0.0.1', 2, '1.1.1.1'],
    ['1.1.1.1', 2, null],
    ['1.1.1.1:4711', 1, '1.1.1.1'],
    ['[2001:db8::1]:4711', 1, '2001:db8::1'],
    ['2001:db8::1', 1, '2001:db8::1'],
  ] as const)('of %s behind %i proxies is %s', (header, hops, address) => {
    expect(clientAddress(header, hops)).toBe(address);
  });
});

describe('headers', () => {
  it('let only scripts and style elements with this answer’s nonce run', () => {
    const policy = pagePolicy('abc', 'https://login.microsoftonline.com', false);
    expect(policy).toContain("default-src 'none'; script-src 'self' 'nonce-abc' 'strict-dynamic'; style-src 'self' 'nonce-abc';");
    expect(policy).toContain("connect-src 'self' https://login.microsoftonline.com; frame-src 'self' https://login.microsoftonline.com");
    for (const part of ["frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'", "object-src 'none'"])
      expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe-eval');
    expect(policy.replace(/style-src-attr [^;]+/, '')).not.toContain('unsafe-inline');
  });

  it('let only ourselves frame the bridge, and nothing frame a page', () => {
    expect(bridgePolicy()).toBe("default-src 'none'; script-src 'self'; frame-ancestors 'self'; base-uri 'none'");
  });

  it('never repeat a nonce', () => {
    expect(newNonce()).not.toBe(newNonce());
    expect(Buffer.from(newNonce(), 'base64')).toHaveLength(16);
  });

  it('promise https only where there is https', () => {
    expect(securityHeaders({ secure: true })['strict-transport-security']).toMatch(/^max-age=\d+/);
    expect(securityHeaders({ secure: false })).not.toHaveProperty('strict-transport-security');
    expect(securityHeaders({ secure: false })).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
  });
});
