import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound');
  return { title: t('title') };
}

export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  return (
    <main className="page">
      <header>
        <h1>{t('title')}</h1>
        <p className="mut">{t('text')}</p>
      </header>
      <ButtonLink href={paths.home}>{t('home')}</ButtonLink>
    </main>
  );
}
