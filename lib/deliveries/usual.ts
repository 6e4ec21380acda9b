import type { DeliveryRow } from '@/lib/store/tables/deliveries';

/** Fewer measured ones say nothing. */
const ENOUGH = 20;
/** So many times what is usual is long. */
const TIMES = 10;
/** Below this nothing is called long, however quick the others were. */
const LEAST_MS = 60_000;

type Measured = Pick<DeliveryRow, 'access_package_id' | 'took_ms'>;

/** The median of what was measured: of this package where that is enough, else of all, else null. Milliseconds. */
export function usualMs(measured: readonly Measured[], accessPackageId: string | null): number | null {
  const own = measured.filter((row) => row.access_package_id === accessPackageId);
  const rows = own.length >= ENOUGH ? own : measured;
  if (rows.length < ENOUGH) return null;
  const sorted = rows.map((row) => Number(row.took_ms)).toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}

/** Whether a set-up that has gone on for so long takes longer than usual. */
export function isLong(elapsedMs: number, usual: number): boolean {
  return elapsedMs > Math.max(LEAST_MS, TIMES * usual);
}
