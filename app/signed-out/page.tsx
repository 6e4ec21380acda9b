import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AfterSignOut } from '@/components/shell/identity/after-sign-out';
import { Door } from '@/components/shell/door';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign-in'))('signedOut.title') };
}

export default async function SignedOutPage() {
  const t = await getTranslations('sign-in');
  return (
    <Door heading={t('signedOut.heading')} text={t('signedOut.text')}>
      <p>
        <a className="btn primary" href={paths.signIn()}>
          {t('signedOut.again')}
        </a>
      </p>
      <AfterSignOut />
    </Door>
  );
}
