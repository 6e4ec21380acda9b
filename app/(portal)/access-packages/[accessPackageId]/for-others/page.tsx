import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { fromAddress } from '@/components/access-packages/from-address';
import { ForOthersScreen } from '@/components/access-packages/tray/together-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('for-others');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ accessPackageId: string }> }) {
  const { accessPackageId } = await params;
  return <ForOthersScreen id={fromAddress(accessPackageId)} />;
}
