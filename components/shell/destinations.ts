import { DoorClosed, House, Key, type LucideIcon, ReceiptText, Stamp, UserPlus, UsersRound } from 'lucide-react';
import { paths } from '@/lib/paths';

export interface Destination {
  /** Message `shell.nav.<key>`. */
  key: 'home' | 'available' | 'assignments' | 'requests' | 'approvals' | 'adminAssignments' | 'adminAssign';
  href: string;
  icon: LucideIcon;
}

/** The rail's and the tab bar's places, in their order. */
export const destinations: readonly Destination[] = [
  { key: 'home', href: paths.home, icon: House },
  { key: 'available', href: paths.accessPackages, icon: DoorClosed },
  { key: 'assignments', href: paths.assignments, icon: Key },
  { key: 'requests', href: paths.requests, icon: ReceiptText },
];

/** Shown to whoever something to decide waits for, or has waited. */
export const approvals: Destination = { key: 'approvals', href: paths.approvals, icon: Stamp };

/** Shown to whoever administers. */
export const administration: readonly Destination[] = [
  { key: 'adminAssignments', href: paths.adminAssignments, icon: UsersRound },
  { key: 'adminAssign', href: paths.adminAssign, icon: UserPlus },
];

/** The place a page belongs to: the longest address that contains it. Null on pages outside all of them. */
export function currentDestination(pathname: string): Destination | null {
  const within = [...destinations, approvals, ...administration].filter(
    ({ href }) => pathname === href || (href !== paths.home && pathname.startsWith(`${href}/`)),
  );
  return within.sort((a, b) => b.href.length - a.href.length)[0] ?? null;
}

/** Approvals and administration are dense, everything else is calm. */
export function isDense(pathname: string): boolean {
  return [paths.admin, paths.approvals].some((root) => pathname === root || pathname.startsWith(`${root}/`));
}
