import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Door } from '@/components/shell/door';
import { SignInFlow } from '@/components/shell/identity/sign-in-flow';
import { Messages } from '@/components/ui/messages';
import { currentViewer } from '@/lib/auth/current-viewer';
import { safeReturnTo } from '@/lib/auth/return-to';
import { config } from '@/lib/config';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign-in'))('title') };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { returnTo, for: why } = await searchParams;
  const [t, viewer] = await Promise.all([getTranslations('sign-in'), currentViewer()]);
  const target = safeReturnTo(typeof returnTo === 'string' ? returnTo : null);
  const reason = typeof why === 'string' ? why : null;
  if (viewer && reason === null) redirect(target);
  return (
    <Messages namespaces={['sign-in']}>
      <Door heading={t('heading')} text={t(config().mode === 'sandbox' ? 'textSandbox' : 'text')}>
        <SignInFlow returnTo={target} reason={reason} hint={viewer?.userPrincipalName ?? null} />
        <noscript>{t('needsScript')}</noscript>
      </Door>
    </Messages>
  );
}
