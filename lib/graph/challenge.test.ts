import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsChallenge } from './challenge';

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
const of = (...values: string[]) => {
  const headers = new Headers();
  for (const value of values) headers.append('www-authenticate', value);
  return claimsChallenge(headers);
};

describe('claimsChallenge', () => {
  it('finds the challenge among several, parameters in any order', () => {
    const basic = 'Basic realm="a, b"';
    const other = 'Bearer error="invalid_token", error_description="say \\"no\\", twice"';
    const ours = `Bearer claims="${btoa(claims)}", realm="", error=insufficient_claims, authorization_uri="https://x/?a=b,c"`;
    expect(of(basic, other, ours)).toBe(claims);
    expect(of(ours, other)).toBe(claims);
  });

  it('reads either base64 alphabet and padding left out', () => {
    const odd = '{"a":"?>~ü"}';
    const url = Buffer.from(odd).toString('base64url');
    expect(of(`Bearer error="insufficient_claims", claims="${url}"`)).toBe(odd);
  });

  it('is none where there is nothing to hand on', () => {
    expect(of()).toBeNull();
    expect(of('Bearer error="invalid_token"')).toBeNull();
    expect(of('Bearer error="insufficient_claims"')).toBeNull();
    expect(of('Bearer error="insufficient_claims", claims="bm8gSlNPTg=="')).toBeNull();
  });

  it('never throws and never hangs', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('B', 'e', '"', '\\', '=', ',', ' ', 'claims', 'error'), maxLength: 200 }),
        (value) => void of(value),
      ),
    );
    const started = performance.now();
    of(`Bearer ${'a="\\'.repeat(20_000)}`);
    of('a '.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
