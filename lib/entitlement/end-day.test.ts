import { describe, expect, it } from 'vitest';
import { endDay, knownZone } from './end-day';

describe('endDay', () => {
  it.each([
    ['2026-12-03T23:00:00Z', 'Europe/Paris', '2026-12-03'],
    ['2026-12-03T22:59:59Z', 'Europe/Paris', '2026-12-03'],
    ['2026-12-03T23:00:01Z', 'Europe/Paris', '2026-12-04'],
    ['2026-12-04T00:00:00Z', 'UTC', '2026-12-03'],
    ['2026-12-03T10:00:00Z', 'Pacific/Kiritimati', '2026-12-03'],
    ['2028-02-29T23:00:00Z', 'Europe/Paris', '2028-02-29'],
    // Clocks go from 00:00 to 01:00 there: the day before ends at its first instant.
    ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-03'],
    ['2026-12-04T00:00:00Z', 'Nowhere/At_all', '2026-12-03'],
  ])('shows %s in %s as %s', (instant, zone, day) => expect(endDay(instant, zone)).toBe(day));

  it('falls back to UTC for a zone nobody knows', () => expect(knownZone('Nowhere/At_all')).toBe('UTC'));
});
