'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';

/** Leaves a page that does not come, for one that asks Graph nothing and leads back here. A plain link: the load ends with it. */
export function StopWaiting({ children }: { children: ReactNode }) {
  const search = useSearchParams().toString();
  return <a href={paths.stopped(usePathname() + (search && `?${search}`))}>{children}</a>;
}
