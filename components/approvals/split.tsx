'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';

/** Queue and panel side by side; on a phone one of them: the queue at its own address, the panel at a request's. */
export function Split({ queue, children }: { queue: ReactNode; children: ReactNode }) {
  const isOpen = usePathname() !== paths.approvals;
  return (
    <div className="split" data-open={isOpen}>
      {queue}
      {children}
    </div>
  );
}
