import { useLocale, useTranslations } from 'next-intl';
import { kinds, packagesOf, toKind, type Sought } from './request-groups';
import type { RequestRow } from './request-row';

interface NarrowByProps {
  rows: readonly RequestRow[];
  sought: Sought;
  onChange: (change: Partial<Sought>) => void;
}

/** The list by what the requests do and by the package they are about, as far as read. */
export function NarrowBy({ rows, sought, onChange }: NarrowByProps) {
  const t = useTranslations('requests');
  const packages = packagesOf(rows, useLocale());
  return (
    <>
      <select
        className="in by"
        aria-label={t('kindLabel')}
        value={sought.kind ?? ''}
        onChange={(event) => onChange({ kind: toKind(event.target.value) })}
      >
        <option value="">{t('kind.any')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </select>
      <select
        className="in by"
        aria-label={t('packageLabel')}
        value={sought.packageId ?? ''}
        onChange={(event) => onChange({ packageId: event.target.value || null })}
      >
        <option value="">{t('anyPackage')}</option>
        {packages.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
