import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TogetherScreen } from '@/components/access-packages/tray/together-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tray');
  return { title: t('title') };
}

export default function Page() {
  return <TogetherScreen />;
}
