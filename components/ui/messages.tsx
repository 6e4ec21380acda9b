import type { AbstractIntlMessages } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Namespace } from '@/lib/i18n/namespaces';
import { MergeMessages } from './merge-messages';

/** Sends the named namespaces to the client leaves inside, beside those an outer one sent. `common` and `errors` are always there. */
export async function Messages({ namespaces, children }: { namespaces: readonly Namespace[]; children: ReactNode }) {
  const all: AbstractIntlMessages = await getMessages();
  const wanted = Object.fromEntries(namespaces.map((namespace) => [namespace, all[namespace] ?? {}]));
  return <MergeMessages messages={wanted}>{children}</MergeMessages>;
}
