'use client';

import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';

/** React Aria in the reader's language; English with day before month as everywhere here. */
export function AriaLocale({ children }: { children: ReactNode }) {
  const locale = useLocale();
  return <I18nProvider locale={locale === 'en' ? 'en-GB' : locale}>{children}</I18nProvider>;
}
