import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReviewScreen } from '@/components/approvals/together/review-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('approvals.together');
  return { title: t('title') };
}

export default function Page() {
  return <ReviewScreen />;
}
