'use client';

import { useTranslations } from 'next-intl';
import { useSingleKeys } from '@/components/shell/search-keys';

const KEYS = [
  [['J', 'K'], 'move'],
  [['X'], 'select'],
  [['⏎'], 'open'],
  [['Z'], 'undo'],
  [['?'], 'help'],
] as const;

/** The keys that work here, printed where they work; nothing for who switched them off. */
export function KeysLine() {
  const t = useTranslations('approvals.keys');
  if (!useSingleKeys()) return null;
  return (
    <p className="keys">
      {KEYS.map(([caps, what]) => (
        <span key={what}>
          {caps.map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
          {t(what)}
        </span>
      ))}
    </p>
  );
}
