import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Door } from '@/components/shell/door';
import { ButtonLink } from '@/components/ui/button';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound');
  return { title: t('title') };
}

export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  return (
    <Door heading={t('title')} text={t('text')}>
      <p>
        <ButtonLink href={paths.home} variant="primary">
          {t('home')}
        </ButtonLink>
      </p>
    </Door>
  );
}
