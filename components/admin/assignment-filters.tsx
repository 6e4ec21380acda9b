'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useTransition } from 'react';
import { paths } from '@/lib/paths';
import { PeopleField } from '@/components/people/people-field';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { FILTER_STATES, type ListFilter, writeFilter } from './admin-view';
import { PackageField } from './package-field';

const WORD = {
  delivered: 'active',
  delivering: 'delivering',
  partiallyDelivered: 'partiallyDelivered',
  deliveryFailed: 'deliveryFailed',
  expired: 'ended',
} as const;

/** Title, the filters that Graph itself knows, and the screen's one primary. The filter lives in the address. */
export function AssignmentFilters({ filter, children }: { filter: ListFilter; children: ReactNode }) {
  const t = useTranslations('admin');
  const words = useTranslations('status.word');
  const router = useRouter();
  const [pending, start] = useTransition();
  const show = (change: Partial<ListFilter>) => {
    const query = writeFilter({ ...filter, ...change });
    start(() => router.push(query ? `${paths.adminAssignments}?${query}` : paths.adminAssignments));
  };
  return (
    <>
      <div className="bar">
        <h1 className="grow">{t('title')}</h1>
        {children}
      </div>
      <section className="filters admin-filters" aria-label={t('filters')} aria-busy={pending}>
        <PackageField
          label={t('package')}
          value={filter.accessPackageId ? { id: filter.accessPackageId, name: filter.packageName ?? t('somePackage') } : null}
          onChange={(chosen) => show({ accessPackageId: chosen?.id, packageName: chosen?.name })}
        />
        <Select
          label={t('state')}
          value={filter.state ?? ''}
          onChange={(event) => show({ state: FILTER_STATES.find((known) => known === event.target.value) })}
        >
          <option value="">{t('anyState')}</option>
          {FILTER_STATES.map((state) => (
            <option key={state} value={state}>
              {words(WORD[state])}
            </option>
          ))}
        </Select>
        <PeopleField
          single
          label={t('person')}
          people={
            filter.targetObjectId
              ? [{ objectId: filter.targetObjectId, name: filter.personName ?? t('unnamed'), email: '', isGuest: false }]
              : []
          }
          onChange={([chosen]) => show({ targetObjectId: chosen?.objectId ?? undefined, personName: chosen?.name })}
        />
        {writeFilter(filter) !== '' && (
          <Button size="small" variant="quiet" onClick={() => start(() => router.push(paths.adminAssignments))}>
            {t('clearFilters')}
          </Button>
        )}
      </section>
    </>
  );
}
