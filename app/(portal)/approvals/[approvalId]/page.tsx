import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ApprovalScreen } from '@/components/approvals/approval-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('approvals');
  return { title: t('one') };
}

export default async function Page({ params }: { params: Promise<{ approvalId: string }> }) {
  const { approvalId } = await params;
  return <ApprovalScreen id={decodeURIComponent(approvalId)} />;
}
