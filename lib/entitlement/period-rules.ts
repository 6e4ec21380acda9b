import { parseDate } from '@internationalized/date';
import type { Expiration } from './policies';
import type { AddIssue } from './request-form';
import { endDay as shownEnd, periodBounds, type Period } from './schedules';

/** Start not before today, end not before start, end within the bound (contract §6.4); days that are none are `date`. */
export function checkPeriod(period: Period, expiration: Expiration, context: { now: Date; timeZone: string }, add: AddIssue): void {
  const { startDay, endDay } = period;
  const startIsDay = startDay === null || isDay(startDay);
  const endIsDay = endDay === null || isDay(endDay);
  if (!startIsDay) add(['period', 'startDay'], 'date');
  if (!endIsDay) add(['period', 'endDay'], 'date');
  if (!startIsDay || !endIsDay) return;
  const bounds = periodBounds(expiration, context.now, context.timeZone);
  // Days as yyyy-mm-dd compare as text.
  if (startDay !== null && startDay < bounds.firstDay) return add(['period', 'startDay'], 'startPast');
  const start = startDay ?? bounds.firstDay;
  if (endDay === null) {
    // Without an end the policy's own holds; only a start after its last day leaves nothing.
    if (expiration.kind === 'until' && start > shownEnd(expiration.endDateTime, context.timeZone)) add(['period', 'startDay'], 'endBeyond');
    return;
  }
  const last = bounds.lastDay(start);
  if (endDay < start) add(['period', 'endDay'], 'endBeforeStart');
  else if (last !== null && endDay > last) add(['period', 'endDay'], 'endBeyond');
}

function isDay(text: string): boolean {
  try {
    return parseDate(text).toString() === text;
  } catch {
    return false;
  }
}
