import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MyAccessScreen } from '@/components/assignments/my-access-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assignments');
  return { title: t('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  return <MyAccessScreen search={await searchParams} />;
}
