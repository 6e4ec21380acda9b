import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DecidedScreen } from '@/components/approvals/decided-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('approvals');
  return { title: t('byMe.title') };
}

export default function Page() {
  return <DecidedScreen />;
}
