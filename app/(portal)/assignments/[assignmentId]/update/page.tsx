import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UpdateScreen } from '@/components/assignments/update-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assignments.update');
  return { title: t('title') };
}

interface PageProps {
  params: Promise<{ assignmentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ assignmentId }, search] = await Promise.all([params, searchParams]);
  return <UpdateScreen assignmentId={decodeURIComponent(assignmentId)} search={search} />;
}
