'use client';

import type { AccessPackage, Page } from '@/lib/entitlement/access-packages';
import { paths } from '@/lib/paths';
import type { Result } from '@/lib/portal-error';
import { api } from '@/components/shell/api';
import { Cut } from '@/components/status/cut';
import { Combobox, type ComboboxItem } from '@/components/ui/combobox';
import type { FieldProps } from '@/components/ui/field';

export interface ChosenPackage {
  id: string;
  name: string;
}

const ENOUGH = 20;
const MOST_PAGES = 20;

interface PackageItem extends ComboboxItem {
  name: string;
}

/** Type-ahead over the packages the administrator may read. */
export function PackageField({
  value,
  onChange,
  ...field
}: FieldProps & { value: ChosenPackage | null; onChange: (chosen: ChosenPackage | null) => void }) {
  const load = async (text: string, signal: AbortSignal): Promise<PackageItem[]> => {
    const rows: AccessPackage[] = [];
    let next: string | null = null;
    // Graph may ignore the filter (contract §1.6): a page without a match is no end of the list.
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const query: URLSearchParams = new URLSearchParams({ q: text, ...(next === null ? {} : { next }) });
      const answer: Result<Page<AccessPackage>> = await api(`${paths.api.adminPackages}?${query}`, { signal });
      if (!answer.ok) throw new Error(answer.error.kind);
      rows.push(...answer.value.rows);
      next = answer.value.next;
      if (next === null || rows.length >= ENOUGH) return rows.map(toItem);
    }
    if (rows.length === 0) throw new Error('unfinished');
    return rows.map(toItem);
  };
  return (
    <Combobox<PackageItem>
      {...field}
      value={value && { id: value.id, text: value.name, name: value.name }}
      onChange={(item) => onChange(item && { id: item.id, name: item.name })}
      load={load}
    />
  );
}

function toItem(found: AccessPackage): PackageItem {
  return {
    id: found.id,
    text: found.displayName,
    name: found.displayName,
    ...(found.description ? { detail: found.description } : {}),
    start: <Cut packageId={found.id} size="sm" />,
  };
}
