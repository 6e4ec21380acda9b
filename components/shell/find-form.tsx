'use client';

import { Search } from 'lucide-react';
import Form from 'next/form';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import { SearchKeyCap } from './search-keys';

/** The rail's search: goes to Available with what was typed. */
export function FindForm() {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const elsewhere = pathname !== paths.home && pathname !== paths.accessPackages;
  return (
    <Form className="find" role="search" aria-label={t('findLabel')} action={paths.accessPackages} prefetch={false}>
      <Search className="i s" aria-hidden="true" />
      <input type="search" name="q" aria-label={t('findLabel')} placeholder={t('find')} autoComplete="off" dir="auto" data-search="rail" />
      {elsewhere && <SearchKeyCap />}
    </Form>
  );
}
