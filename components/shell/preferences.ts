import { preferenceCookies } from '@/lib/i18n/locales';

/** Writes one of the person's choices where the server reads it. Kept a year, for the whole portal. */
export function keepPreference(name: string, value: string): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}

/** Keeps the browser's time zone (IANA name) for the server; null where it is unknown or stands there already. */
export function keepTimeZone(): string | null {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || keptPreference(preferenceCookies.timeZone) === zone) return null;
  keepPreference(preferenceCookies.timeZone, zone);
  return zone;
}

/** What a preference cookie holds in this browser, null when there is none. */
export function keptPreference(name: string): string | null {
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}
