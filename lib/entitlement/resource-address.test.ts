import { describe, expect, it } from 'vitest';
import { resourceAddress } from './resource-address';

const of = (originId: string, kind: 'site' | 'group' | 'application' | 'other' = 'site') => resourceAddress({ kind, originId });

describe('the address of a resource', () => {
  it('is a site’s own', () => {
    expect(of('https://contoso.example/sites/audit evidence')).toBe('https://contoso.example/sites/audit%20evidence');
  });

  it.each(['group', 'application', 'other'] as const)('does not follow from a %s', (kind) => {
    expect(of('https://contoso.example/sites/audit', kind)).toBeNull();
    expect(of('6f1b2c9e-0000-4000-8000-000000000001', kind)).toBeNull();
  });

  it.each(['', 'sites/audit', '//contoso.example', 'http://contoso.example/', 'javascript:alert(1)', 'https://bank.example@evil.example/'])(
    'is none where a site says %j',
    (originId) => {
      expect(of(originId)).toBeNull();
    },
  );
});
