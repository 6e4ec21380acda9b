import { describe, expect, it } from 'vitest';
import { directionOf, pickLocale, pickTheme, pickTimeZone } from './locales';

describe('pickLocale', () => {
  it('takes the choice before the browser', () => expect(pickLocale('ar', 'de')).toBe('ar'));
  it('follows the weights of Accept-Language', () => expect(pickLocale(undefined, 'it, en;q=0.5, de-AT;q=0.9')).toBe('de'));
  it('takes a country’s variant for its language', () => {
    expect(pickLocale(undefined, 'fr-CA, en;q=0.8')).toBe('fr');
    expect(pickLocale(undefined, 'es-419;q=0.9, pt-BR')).toBe('es');
    expect(pickLocale(undefined, 'zh-Hant-TW, ja-JP;q=0.3')).toBe('ja');
  });
  it('leaves out languages refused with q=0', () => expect(pickLocale(undefined, 'de;q=0, ar')).toBe('ar'));
  it('falls back to English', () => {
    expect(pickLocale('xx', 'ko, it;q=0.4')).toBe('en');
    expect(pickLocale(undefined, null)).toBe('en');
    expect(pickLocale(undefined, ';;,q=,')).toBe('en');
  });
});

describe('preferences', () => {
  it('writes Arabic from right to left', () => {
    expect(directionOf('ar')).toBe('rtl');
    expect(directionOf('de')).toBe('ltr');
  });
  it('takes only zones the runtime knows', () => {
    expect(pickTimeZone('Europe/Paris')).toBe('Europe/Paris');
    expect(pickTimeZone('Mars/Olympus')).toBe('UTC');
    expect(pickTimeZone(undefined)).toBe('UTC');
  });
  it('takes only known themes', () => {
    expect(pickTheme('dark')).toBe('dark');
    expect(pickTheme('neon')).toBe('system');
  });
});
