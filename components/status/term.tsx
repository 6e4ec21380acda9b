import type { CSSProperties } from 'react';
import { classes } from '@/components/ui/classes';

interface TermProps {
  /** UTC ms. */
  start: number;
  end: number;
  now: number;
  tone?: 'ask' | 'open' | 'over';
}

/** How much of a period is spent. It stands beside the date that says it. */
export function Term({ start, end, now, tone = 'open' }: TermProps) {
  const spent = end > start ? Math.min(100, Math.max(0, ((now - start) / (end - start)) * 100)) : 100;
  return (
    <span className={classes('term', tone)} style={{ '--p': `${Math.round(spent)}%` } as CSSProperties} aria-hidden="true">
      <i />
    </span>
  );
}
