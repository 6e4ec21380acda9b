import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequestsScreen } from '@/components/requests/requests-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests');
  return { title: t('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  return <RequestsScreen search={await searchParams} />;
}
