import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AssignScreen } from '@/components/admin/assign-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin');
  return { title: t('assignTitle') };
}

export default async function AdminAssignPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  return <AssignScreen search={await searchParams} />;
}
