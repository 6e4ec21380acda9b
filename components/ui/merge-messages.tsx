'use client';

import { NextIntlClientProvider, type AbstractIntlMessages, useMessages } from 'next-intl';
import { type ReactNode, useMemo } from 'react';

/** Adds messages to those a provider further out already brought. */
export function MergeMessages({ messages, children }: { messages: AbstractIntlMessages; children: ReactNode }) {
  const outer = useMessages();
  const merged = useMemo(() => ({ ...outer, ...messages }), [outer, messages]);
  return <NextIntlClientProvider messages={merged}>{children}</NextIntlClientProvider>;
}
