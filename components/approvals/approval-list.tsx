'use client';

import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { paths } from '@/lib/paths';
import { ApprovalItem } from './approval-item';
import type { ApprovalRow } from './approval-row';
import { useOutbox } from './outbox/outbox';
import { useSelection } from './selection';
import { useDeadlines } from './use-deadlines';
import { useDeskKeys } from './use-desk-keys';

const KeysHelp = dynamic(() => import('./keys-help').then((panel) => panel.KeysHelp), { ssr: false });

/** The rows with their boxes and keys. On a phone the boxes come when several are to be chosen. */
export function ApprovalList({ shown, now }: { shown: readonly ApprovalRow[]; now: number }) {
  const t = useTranslations('approvals');
  const pathname = usePathname();
  const { selected, toggle, set } = useSelection();
  const { marks } = useOutbox().state;
  const [isChoosing, setChoosing] = useState(false);
  const { isHelpOpen, closeHelp } = useDeskKeys(shown);
  const deadlines = useDeadlines(shown);
  const marksByRequest = useMemo(() => new Map([...marks].map(([stage, mark]) => [stage.slice(0, stage.indexOf('/')), mark])), [marks]);
  const current = shown.find(({ id }) => pathname === paths.approval(id))?.id;
  useEffect(() => {
    if (current) document.querySelector(`.q[data-id="${CSS.escape(current)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const chosen = shown.filter(({ id }) => selected.has(id)).length;
  const all = chosen === shown.length;
  return (
    <div className="q-list" data-choosing={isChoosing || selected.size > 0}>
      <div className="q-all">
        <label className="row">
          <input
            type="checkbox"
            className="check"
            checked={all}
            ref={(box) => {
              if (box) box.indeterminate = chosen > 0 && !all;
            }}
            onChange={() => set(shown, !all)}
          />
          <span className="xs mut">{t('select.all', { count: shown.length })}</span>
        </label>
        <Button size="small" variant="quiet" className="q-choose" onClick={() => setChoosing(true)}>
          {t('select.several')}
        </Button>
      </div>
      <ul aria-label={t('listLabel')}>
        {shown.map((row) => (
          <ApprovalItem
            key={row.id}
            row={row}
            now={now}
            deadline={deadlines[row.id] ?? null}
            isCurrent={row.id === current}
            isSelected={selected.has(row.id)}
            mark={marksByRequest.get(row.id)}
            onSelect={() => toggle(row)}
          />
        ))}
      </ul>
      {isHelpOpen && <KeysHelp onClose={closeHelp} />}
    </div>
  );
}
