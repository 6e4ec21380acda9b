'use client';

import { useTranslations } from 'next-intl';
import type { Assignment } from '@/lib/entitlement/assignments';
import { useFormats } from '@/lib/i18n/use-formats';
import { classes } from '@/components/ui/classes';
import { endingWords } from '@/components/status/ending-words';
import { StateTag } from '@/components/status/state-tag';
import { SentTag } from './sent-tag';
import type { SentChange } from './use-sent';

interface TableProps {
  rows: readonly Assignment[];
  /** Graph's now, UTC ms. */
  now: number;
  openId: string | null;
  onOpen: (id: string | null) => void;
  sent: Record<string, SentChange>;
  /** False when all rows are of one package, which then stands above them. */
  withPackage: boolean;
}

/** Rows of assignments: person, state and end on a phone, everything on a desk. The person's name opens the row. */
export function AssignmentTable({ rows, now, openId, onOpen, sent, withPackage }: TableProps) {
  const t = useTranslations('admin');
  return (
    <table className="tbl" aria-label={t('tableLabel')}>
      <thead>
        <tr>
          <th scope="col">{t('columnPerson')}</th>
          <th scope="col" className="only-wide">
            {t('columnEmail')}
          </th>
          <th scope="col">{t('columnState')}</th>
          {withPackage && (
            <th scope="col" className="only-wide">
              {t('columnPackage')}
            </th>
          )}
          <th scope="col" className="only-wide">
            {t('columnPolicy')}
          </th>
          <th scope="col" className="num only-wide">
            {t('columnSince')}
          </th>
          <th scope="col" className="num">
            {t('columnUntil')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            now={now}
            open={row.id === openId}
            onOpen={onOpen}
            sent={sent[row.id] ?? null}
            withPackage={withPackage}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  row: Assignment;
  /** Graph's now, UTC ms. */
  now: number;
  open: boolean;
  onOpen: (id: string | null) => void;
  sent: SentChange | null;
  withPackage: boolean;
}

function Row({ row, now, open, onOpen, sent, withPackage }: RowProps) {
  const t = useTranslations('admin');
  const formats = useFormats();
  const name = row.target?.displayName || row.target?.email || t('unnamed');
  const ending = endingWords(row, now, formats);
  const packageName = row.accessPackage?.displayName ?? t('somePackage');
  return (
    <tr className={classes(open && 'cur on')}>
      <td className="who">
        <button type="button" className="cell" aria-expanded={open} onClick={() => onOpen(open ? null : row.id)}>
          <bdi>{name}</bdi>
          <span className="vh">{t('rowPackage', { package: packageName })}</span>
          {withPackage && (
            <span className="only-narrow" aria-hidden="true">
              <bdi className="block xs mut font-normal">{packageName}</bdi>
            </span>
          )}
        </button>
      </td>
      <td className="mut only-wide">
        <bdi dir="ltr">{row.target?.email}</bdi>
      </td>
      <td>{sent ? <SentTag sent={sent} /> : <StateTag word={ending.word} values={ending.values} bare />}</td>
      {withPackage && (
        <td className="only-wide">
          <bdi>{packageName}</bdi>
        </td>
      )}
      <td className="only-wide">
        <bdi>{row.policyDisplayName}</bdi>
      </td>
      <td className="num only-wide">{row.startDateTime && <bdi>{formats.shortDay(row.startDateTime)}</bdi>}</td>
      <td className="num">{ending.endDay ? <bdi>{formats.shortDay(ending.endDay)}</bdi> : ending.end === 'never' ? t('noEnd') : ''}</td>
    </tr>
  );
}
