'use client';

import { Search, X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useApprovalsWaiting } from '@/components/shell/approvals-waiting';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Live } from '@/components/ui/live';
import type { Page } from '@/lib/entitlement/access-packages';
import { paths } from '@/lib/paths';
import { ApprovalList } from './approval-list';
import { packagesOf, shownRows, type ApprovalRow } from './approval-row';
import { QueueFoot } from './queue-foot';
import { SelectionBar } from './selection-bar';
import { UnsentNote } from './unsent-note';
import { useApprovalList } from './use-approval-list';

interface Props {
  first: Page<ApprovalRow>;
  /** Graph's now when the first page was read, UTC ms. */
  now: number;
  /** Microsoft's own portal; null where there is none. */
  myAccess: string | null;
}

/** What waits for me, oldest first, with search and filter. */
export function ApprovalQueue({ first, now, myAccess }: Props) {
  const t = useTranslations('approvals');
  const pathname = usePathname();
  const list = useApprovalList(first, now, pathname);
  const { report, keep } = useApprovalsWaiting();
  const count = list.rows.length;
  useEffect(() => report({ count, more: !list.complete }), [report, count, list.complete]);
  // The list knows all of it: a look at its first page alone would know less.
  useEffect(() => keep(), [keep]);
  const [search, setSearch] = useState('');
  const [packageId, setPackageId] = useState('');
  const packages = packagesOf(list.rows);
  const chosen = packages.some(({ id }) => id === packageId) ? packageId : '';
  const shown = shownRows(list.rows, search, chosen);
  const isFiltered = search.trim() !== '' || chosen !== '';
  const Heading = pathname === paths.approvals ? 'h1' : 'h2';
  const isEmpty = list.rows.length === 0 && list.complete && !list.gap;
  return (
    <section className="queue" aria-labelledby="queue">
      <div className="bar">
        <Heading id="queue" className="h1 grow">
          {t('title')}
        </Heading>
        <span className="mut n" role="status">
          {t(list.complete ? 'waiting' : 'waitingSoFar', { count: list.rows.length })}
        </span>
      </div>
      {!isEmpty && (
        <div className="filters">
          <span className="in grow">
            <Search className="i s" aria-hidden="true" />
            <input
              type="search"
              dir="auto"
              aria-label={t('searchLabel')}
              placeholder={t('searchHint')}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </span>
          {packages.length > 1 && (
            <select className="in" aria-label={t('packageLabel')} value={chosen} onChange={(event) => setPackageId(event.target.value)}>
              <option value="">{t('allPackages')}</option>
              {packages.map(({ id, name, count }) => (
                <option key={id} value={id}>
                  {t('packageOption', { name, count })}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      <Live>{isFiltered ? t(list.complete ? 'found' : 'foundSoFar', { count: shown.length }) : ''}</Live>
      <div className="queue-rows">
        {isEmpty && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        <UnsentNote />
        {shown.length > 0 && <ApprovalList shown={shown} now={list.look.at} />}
        {shown.length === 0 && isFiltered && (
          <EmptyState
            title={t('none.title')}
            action={
              <Button
                icon={<X className="i s" aria-hidden="true" />}
                onClick={() => {
                  setSearch('');
                  setPackageId('');
                }}
              >
                {t('none.action')}
              </Button>
            }
          >
            {t('none.text')}
          </EmptyState>
        )}
        <QueueFoot list={list} myAccess={myAccess} />
      </div>
      <SelectionBar />
    </section>
  );
}
