import { describe, expect, it } from 'vitest';
import { firstName, initials } from './initials';

describe('initials', () => {
  it('takes first and last word', () => expect(initials('Ana María Ruiz')).toBe('AR'));
  it('takes one letter of a single name or a script without spaces', () => {
    expect(initials('Plato')).toBe('P');
    expect(initials('松田瑠衣')).toBe('松');
  });
  it('leaves out what is no letter', () => expect(initials('(ext) Oliver Byrne 2')).toBe('EB'));
  it('is empty rather than wrong', () => expect(initials('  42 ')).toBe(''));
});

describe('firstName', () => {
  it('is the first word of a name', () => {
    expect(firstName('Ana Ruiz')).toBe('Ana');
    expect(firstName('سمير حداد')).toBe('سمير');
  });
  it('is not guessed', () => {
    expect(firstName('Ruiz, Ana')).toBeNull();
    expect(firstName('ana.ruiz@tidewater.example')).toBeNull();
    expect(firstName('J. Weber')).toBeNull();
    expect(firstName('')).toBeNull();
  });
});
