import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { type Locale, pickLocale, pickTimeZone, preferenceCookies } from './locales';
import { namespaces } from './namespaces';

async function messagesOf(locale: Locale) {
  const files = await Promise.all(
    namespaces.map(async (namespace) => [namespace, (await import(`./messages/${locale}/${namespace}.json`)).default] as const),
  );
  return Object.fromEntries(files);
}

/** Language and time zone of one server request: own choice, then what the browser says. */
export default getRequestConfig(async () => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const locale = pickLocale(jar.get(preferenceCookies.locale)?.value, sent.get('accept-language'));
  return {
    locale,
    timeZone: pickTimeZone(jar.get(preferenceCookies.timeZone)?.value),
    messages: await messagesOf(locale),
  };
});
