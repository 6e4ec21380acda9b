import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { fromAddress } from '@/components/access-packages/from-address';
import { PackageScreen } from '@/components/access-packages/package-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access-packages');
  return { title: t('accessPackage') };
}

export default async function Page({ params }: { params: Promise<{ accessPackageId: string }> }) {
  const { accessPackageId } = await params;
  return <PackageScreen id={fromAddress(accessPackageId)} />;
}
