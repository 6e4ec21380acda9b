import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { myAccessPackageId, safeReturnTo } from './return-to';

describe('safeReturnTo', () => {
  it.each([
    '/',
    '/access-packages',
    '/access-packages/1b2c?policy=3#top',
    '/requests?q=a%2Fb&next=https%3A%2F%2Fx',
    '/access-packages/a%20b',
  ])('keeps %s', (path) => {
    expect(safeReturnTo(path)).toBe(path);
  });

  it.each([
    null,
    undefined,
    '',
    'requests',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%2Fevil.example',
    '/%2f%2fevil.example',
    '/%5Cevil.example',
    '/%255Cevil.example',
    '/%25252Fevil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/%09/evil.example',
    '/ /evil.example',
    ' //evil.example',
    'https://evil.example',
    'https:/evil.example',
    'http:evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '/..//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%E0%A4%A',
    '/sign-in?returnTo=/sign-in',
    '/SIGN-IN',
    '/signed-out',
    '/auth/redirect',
    '/api/session',
    `/${'a'.repeat(3000)}`,
  ])('turns %s into /', (wanted) => {
    expect(safeReturnTo(wanted)).toBe('/');
  });

  it('never leaves the origin, whatever comes in', () => {
    const nasty = fc.array(
      fc.constantFrom('/', '\\', '%2f', '%5c', '%09', '\t', '\r', ':', '@', '.', '..', 'evil.example', 'https:', '?', '#', ' ', '%25'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          nasty.map((parts) => parts.join('')),
          nasty.map((parts) => `/${parts.join('')}`),
        ),
        (wanted) => {
          for (const origin of ['https://portal.example', 'http://localhost:3000'])
            expect(new URL(safeReturnTo(wanted), origin).origin).toBe(origin);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('myAccessPackageId', () => {
  const id = '0a1b2c3d-0000-4000-8000-00000000abcd';
  it.each([`#/access-packages/${id}`, `#/access-packages/${id}/`, `#/access-packages/${id.toUpperCase()}`, `#/access-packages/${id}?x=1`])(
    'understands %s',
    (hash) => {
      expect(myAccessPackageId(hash)).toBe(id);
    },
  );
  it.each(['', '#', '#/access-packages', '#/access-packages/x', `#/access-packages/${id}/../../evil`, `/access-packages/${id}`])(
    'leaves %s alone',
    (hash) => {
      expect(myAccessPackageId(hash)).toBeNull();
    },
  );
});
