import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes';

/** Warm asks you. Cool works without you. Green is open. Grey is over. Red is refused. */
export type Tone = 'ask' | 'wait' | 'open' | 'over' | 'stop';

interface TagProps {
  tone: Tone;
  icon: LucideIcon;
  /** In tables: icon and word without ground. */
  bare?: boolean;
  children: ReactNode;
}

/** A state in one word, with its icon; never colour alone. At most one a row. */
export function Tag({ tone, icon: Icon, bare, children }: TagProps) {
  return (
    <span className={classes(bare ? 'bare' : 'tag', tone)}>
      <Icon className="i" aria-hidden="true" />
      {children}
    </span>
  );
}
