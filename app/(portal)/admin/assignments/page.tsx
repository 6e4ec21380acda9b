import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AssignmentsScreen } from '@/components/admin/assignments-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin');
  return { title: t('metaTitle') };
}

export default async function AdminAssignmentsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  return <AssignmentsScreen search={await searchParams} />;
}
