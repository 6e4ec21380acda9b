import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SuggestedToMe } from '@/components/access-packages/suggested/suggested';
import { HomeScreen } from '@/components/home/home-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home');
  return { title: t('title') };
}

export default function HomePage() {
  return <HomeScreen suggested={<SuggestedToMe />} />;
}
