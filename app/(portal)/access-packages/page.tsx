import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AvailableScreen } from '@/components/access-packages/available-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access-packages');
  return { title: t('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q } = await searchParams;
  return <AvailableScreen query={typeof q === 'string' ? q.slice(0, 200) : ''} />;
}
