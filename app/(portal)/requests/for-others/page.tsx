import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OthersScreen } from '@/components/requests/others/others-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('asked-for-others');
  return { title: t('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q } = await searchParams;
  return <OthersScreen search={typeof q === 'string' ? q.slice(0, 200) : ''} />;
}
