'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { isDense } from './destinations';
import { mainId } from './main-id';

/** Frame and leaf with the density of the place. */
export function PageFrame({ children }: { children: ReactNode }) {
  return (
    <div className="shell" data-density={isDense(usePathname()) ? 'dense' : undefined}>
      {children}
    </div>
  );
}

/** The page itself. It takes the focus when a person has gone somewhere else, so that reading starts there. */
export function Main({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const shown = useRef(pathname);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <main id={mainId} ref={main} tabIndex={-1}>
      {children}
    </main>
  );
}
