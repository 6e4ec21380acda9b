/** Interface languages, the first is the fallback. */
export const locales = ['en', 'de', 'fr', 'es', 'ja', 'ar'] as const;
export type Locale = (typeof locales)[number];

/** Cookies that hold a person's choices; the browser writes them, the server reads them. */
export const preferenceCookies = { locale: 'locale', timeZone: 'tz', theme: 'theme' } as const;

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Each language in its own words, as a chooser shows it. */
export const localeNames: Record<Locale, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
  ar: 'العربية',
};

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

function asLocale(tag: string): Locale | undefined {
  const language = tag.trim().toLowerCase().split('-')[0];
  return locales.find((locale) => locale === language);
}

/** The reader's language: their own choice, else the first one of Accept-Language that we speak, by its weights. */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const own = chosen && asLocale(chosen);
  if (own) return own;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      const weight = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag.trim() && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const locale = asLocale(tag);
    if (locale) return locale;
  }
  return locales[0];
}

/** The cookie's theme, `system` for anything else. */
export function pickTheme(chosen: string | undefined): Theme {
  return themes.find((theme) => theme === chosen) ?? 'system';
}

/** The cookie's IANA zone if the runtime knows it, else UTC (screens then say so by naming the zone). */
export function pickTimeZone(chosen: string | undefined): string {
  if (!chosen) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: chosen }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
