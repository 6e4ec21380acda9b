import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NoRequestScreen } from '@/components/approvals/no-request-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('approvals');
  return { title: t('title') };
}

export default function Page() {
  return <NoRequestScreen />;
}
