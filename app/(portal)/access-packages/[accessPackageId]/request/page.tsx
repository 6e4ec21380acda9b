import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { fromAddress } from '@/components/access-packages/from-address';
import { RequestScreen } from '@/components/access-packages/request-screen';
import { requestLink } from '@/lib/request-link';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('request-form');
  return { title: t('title') };
}

interface Props {
  params: Promise<{ accessPackageId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const [{ accessPackageId }, asked] = await Promise.all([params, searchParams]);
  return <RequestScreen id={fromAddress(accessPackageId)} link={requestLink(asked)} />;
}
