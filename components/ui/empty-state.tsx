import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** A lucide icon with className "i l", or a dotted cut. */
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Heading level where the page's outline needs one. */
  level?: 1 | 2;
}

/** Nothing here: what would be here, and the way to it. */
export function EmptyState({ icon, title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="empty">
      {icon}
      <Heading className="h2">{title}</Heading>
      {children && <p className="mut sm">{children}</p>}
      {action}
    </div>
  );
}
