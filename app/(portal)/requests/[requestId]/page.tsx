import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequestScreen } from '@/components/requests/request-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests');
  return { title: t('one') };
}

export default async function Page({ params }: { params: Promise<{ requestId: string }> }) {
  const { requestId } = await params;
  return <RequestScreen id={decodeURIComponent(requestId)} />;
}
