import { describe, expect, it } from 'vitest';
import { LONGEST_LINKED, requestLink } from './request-link';
import { paths } from './paths';
import { safeReturnTo } from './auth/return-to';

describe('requestLink', () => {
  it('reads a way to ask and a justification, and nothing where there is nothing', () => {
    expect(requestLink({ policy: 'p-1', justification: ' First week ' })).toEqual({
      policyId: 'p-1',
      justification: 'First week',
      isCut: false,
    });
    expect(requestLink({})).toEqual({ policyId: null, justification: '', isCut: false });
    expect(requestLink({ policy: ' ', justification: '\n' })).toEqual({ policyId: null, justification: '', isCut: false });
    expect(requestLink({ policy: ['p-1', 'p-2'], justification: ['one', 'two'] })).toMatchObject({ policyId: 'p-1', justification: 'one' });
  });

  it('keeps line breaks and markup as text, and drops what cannot be seen', () => {
    expect(requestLink({ justification: 'one\r\ntwo\u0000\u202eeno' }).justification).toBe('one\ntwo  eno');
    expect(requestLink({ justification: '<b>bold</b>' }).justification).toBe('<b>bold</b>');
    expect(requestLink({ justification: 'half \ud83d' }).justification).toBe('half \ufffd');
  });

  it('is bounded by whole characters, and says so', () => {
    const long = requestLink({ justification: '監'.repeat(LONGEST_LINKED + 1), policy: 'p'.repeat(3_000) });
    expect(long.isCut).toBe(true);
    expect([...long.justification]).toHaveLength(LONGEST_LINKED);
    expect(long.justification.isWellFormed()).toBe(true);
    expect(long.policyId?.length).toBe(100);
  });

  it('brings no signs that nobody sees, and keeps the joiners that scripts and faces need', () => {
    const hidden = [...'pay me'].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('');
    expect(requestLink({ justification: `ok${hidden}` }).justification).toBe('ok');
    expect(requestLink({ justification: 'so\u00adft\u200b \u2060x\u200d\u200d' }).justification).toBe('so ft   x');
    expect(requestLink({ justification: 'می\u200cخواهم 👩\u200d💻' }).justification).toBe('می\u200cخواهم 👩\u200d💻');
  });

  it('is bounded by what an address carries, too', () => {
    const keys = requestLink({ justification: '🗝'.repeat(LONGEST_LINKED) });
    expect(keys).toMatchObject({ isCut: true, justification: '🗝'.repeat(450) });
    const address = paths.requestForm('c2', null, keys.justification);
    expect(safeReturnTo(address)).toBe(address);
  });

  it('survives the way through the sign-in, in any script', () => {
    const link = requestLink({ policy: 'p-1', justification: '監'.repeat(LONGEST_LINKED) });
    const address = paths.requestForm('c2', link.policyId, link.justification);
    expect(safeReturnTo(address)).toBe(address);
    expect(requestLink(Object.fromEntries(new URL(address, 'http://portal.example').searchParams))).toEqual(link);
  });
});
