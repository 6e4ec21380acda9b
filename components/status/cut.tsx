import { classes } from '@/components/ui/classes';
import type { Tone } from '@/components/ui/tag';
import { cutPath } from './cut-path';

interface CutProps {
  packageId: string;
  /** Absent: outline, it can be asked for. */
  tone?: Tone | undefined;
  size?: 'sm' | 'md' | 'lg';
}

/** A package's own key, drawn from its id. It stands beside the name, never instead of it. */
export function Cut({ packageId, tone, size = 'md' }: CutProps) {
  return (
    <svg className={classes('cut', tone, size !== 'md' && size)} viewBox="0 0 66 24" aria-hidden="true">
      <path fillRule="evenodd" d={cutPath(packageId)} />
    </svg>
  );
}
