import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { requireViewer } from '@/lib/auth/guard';
import { safeReturnTo } from '@/lib/auth/return-to';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('common.stopped'))('title') };
}

export default async function StoppedPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  await requireViewer();
  const [t, common, { to }] = await Promise.all([getTranslations('common.stopped'), getTranslations('common'), searchParams]);
  return (
    <div className="page">
      <header>
        <h1>{t('title')}</h1>
        <p className="mut">{t('text')}</p>
      </header>
      <p className="row">
        <ButtonLink href={safeReturnTo(typeof to === 'string' ? to : null)} variant="primary">
          {common('tryAgain')}
        </ButtonLink>
        <ButtonLink href={paths.home}>{common('notFound.home')}</ButtonLink>
      </p>
    </div>
  );
}
