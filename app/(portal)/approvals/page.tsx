import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NothingOpen } from '@/components/approvals/nothing-open';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('approvals');
  return { title: t('title') };
}

export default function Page() {
  return <NothingOpen />;
}
