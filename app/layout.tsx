import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { NonceMeta } from '@/components/ui/nonce-meta';
import { PlainReading } from '@/components/ui/plain-reading';
import { directionOf, pickTheme, preferenceCookies } from '@/lib/i18n/locales';
import { arabic, head, headExtended, text, textExtended } from './fonts';
import './globals.css';

const faces = [text, textExtended, head, headExtended, arabic].map((face) => face.variable).join(' ');

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, robots: { index: false }, referrer: 'strict-origin' };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#e1eae6' },
    { media: '(prefers-color-scheme: dark)', color: '#0a1211' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, jar, sent] = await Promise.all([getLocale(), getMessages(), cookies(), headers()]);
  const theme = pickTheme(jar.get(preferenceCookies.theme)?.value);
  const nonce = sent.get('x-nonce');
  return (
    <html lang={locale} dir={directionOf(locale)} className={faces} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        {nonce && (
          <>
            <NonceMeta nonce={nonce} />
            <PlainReading nonce={nonce} />
          </>
        )}
      </head>
      <body>
        <NextIntlClientProvider messages={{ common: messages.common, errors: messages.errors }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
