import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequestViews } from '@/components/requests/others/request-views';
import { TeamScreen } from '@/components/team/team-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team');
  return { title: t('title') };
}

export default function Page() {
  return <TeamScreen views={<RequestViews at="team" />} />;
}
