import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { type Locale, pickLocale, pickTimeZone, preferenceCookies } from './locales';
import { namespaces } from './namespaces';
import { probeLocale, probeMessages } from './probe-messages';

async function messagesOf(locale: Locale) {
  const files = await Promise.all(
    namespaces.map(async (namespace) => [namespace, (await import(`./messages/${locale}/${namespace}.json`)).default] as const),
  );
  return Object.fromEntries(files);
}

/** Language and time zone of one server request: own choice, then what the browser says. */
export default getRequestConfig(async () => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const chosen = jar.get(preferenceCookies.locale)?.value;
  const timeZone = pickTimeZone(jar.get(preferenceCookies.timeZone)?.value);
  const probe = chosen === probeLocale ? await probeMessages() : null;
  if (probe) return { locale: probeLocale, timeZone, messages: probe };
  const locale = pickLocale(chosen, sent.get('accept-language'));
  return { locale, timeZone, messages: await messagesOf(locale) };
});
