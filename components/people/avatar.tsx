import { classes } from '@/components/ui/classes';
import { initials } from './initials';

interface AvatarProps {
  name: string;
  /** A guest is a ring. */
  guest?: boolean;
  size?: 'sm' | 'md' | 'lg';
}

/** Initials on a disc, beside the name. No tone: people are not states. */
export function Avatar({ name, guest, size = 'md' }: AvatarProps) {
  return (
    <span className={classes('ava', guest && 't3', size !== 'md' && size)} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
