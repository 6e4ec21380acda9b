import { Search } from 'lucide-react';
import Form from 'next/form';
import { getTranslations } from 'next-intl/server';
import { SearchKeyCap } from '@/components/shell/search-keys';
import { paths } from '@/lib/paths';

/** Goes to Available with what was typed. */
export async function HomeSearch() {
  const t = await getTranslations('home.search');
  return (
    <Form className="searchbar" role="search" aria-label={t('label')} action={paths.accessPackages} prefetch={false}>
      <Search className="i" aria-hidden="true" />
      <input type="search" name="q" aria-label={t('label')} placeholder={t('placeholder')} autoComplete="off" dir="auto" data-search />
      <SearchKeyCap />
    </Form>
  );
}
