'use client';

import type { AccessPackage, Page } from '@/lib/entitlement/access-packages';
import { paths } from '@/lib/paths';
import { api } from '@/components/shell/api';
import { Cut } from '@/components/status/cut';
import { Combobox, type ComboboxItem } from '@/components/ui/combobox';
import type { FieldProps } from '@/components/ui/field';

export interface ChosenPackage {
  id: string;
  name: string;
}

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
    const answer = await api<Page<AccessPackage>>(`${paths.api.adminPackages}?q=${encodeURIComponent(text)}`, { signal });
    if (!answer.ok) throw new Error(answer.error.kind);
    return answer.value.rows.map(toItem);
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
