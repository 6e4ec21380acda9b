import type { ReactNode } from 'react';

/** Words that lead to Microsoft's own portal; plain text where there is none (sandbox). */
export function MyAccessLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) return <span>{children}</span>;
  return (
    <a href={href} rel="noreferrer">
      {children}
    </a>
  );
}
