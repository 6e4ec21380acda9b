import { describe, expect, it } from 'vitest';
import { createFormats, durationParts } from './formats';

const now = Date.parse('2026-11-24T10:42:00Z');
const en = createFormats('en', 'Europe/Paris');
const de = createFormats('de', 'Europe/Berlin');

describe('days', () => {
  it('writes day before month, the year only when it is another one and far', () => {
    expect(en.day('2026-12-03T12:00:00Z', now)).toBe('3 December');
    expect(en.day('2027-02-15', now)).toBe('15 February');
    expect(en.day('2027-05-30', now)).toBe('30 May 2027');
    expect(de.weekdayDay('2026-12-03', now)).toBe('Donnerstag, 3. Dezember');
  });
  it('writes the first of a month as French does', () => {
    const fr = createFormats('fr', 'Europe/Paris');
    expect(fr.day('2026-12-01', now)).toBe('1er décembre');
    expect(fr.weekdayDay('2026-12-01', now)).toBe('mardi 1er décembre');
    expect(fr.day('2026-12-11', now)).toBe('11 décembre');
    expect(fr.day('2026-12-21', now)).toBe('21 décembre');
    expect(fr.time('2026-12-01T00:01:00Z')).toBe('01:01');
  });
  it('takes the day in the reader’s zone, a bare calendar day as it stands', () => {
    expect(en.day('2026-12-03T23:30:00Z', now)).toBe('4 December');
    expect(createFormats('en', 'Pacific/Kiritimati').day('2026-12-03', now)).toBe('3 December');
  });
  it('names near days', () => {
    expect(en.dayWhen('2026-11-24T01:00:00Z', now)).toEqual({ kind: 'today', day: '24 November' });
    expect(en.dayWhen('2026-11-23T16:20:00Z', now).kind).toBe('yesterday');
    expect(en.dayWhen('2026-11-25T16:20:00Z', now).kind).toBe('tomorrow');
    expect(en.dayWhen('2026-11-20T11:05:00Z', now)).toEqual({ kind: 'weekday', day: 'Friday' });
    expect(en.dayWhen('2026-11-17T11:05:00Z', now)).toEqual({ kind: 'date', day: '17 November' });
  });
  it('counts calendar days, also over the change of clocks', () => {
    expect(en.daysUntil('2026-12-03', now)).toBe(9);
    expect(en.daysUntil('2026-11-23T23:30:00Z', now)).toBe(0);
    expect(en.daysUntil('2026-03-30', Date.parse('2026-03-28T23:30:00Z'))).toBe(1);
  });
});

describe('durations', () => {
  it('says them in words', () => {
    expect(en.duration('P90D')).toBe('90 days');
    expect(en.duration('P1Y')).toBe('1 year');
    expect(en.duration('PT4H')).toBe('4 hours');
    expect(en.duration('PT2160H')).toBe('90 days');
    expect(de.duration('P1M2D')).toBe('1 Monat, 2 Tage');
  });
  it('says nothing of what is none', () => {
    expect(durationParts('P')).toBeNull();
    expect(durationParts('PT')).toBeNull();
    expect(en.duration('ninety days')).toBe('');
  });
});

describe('zones and times', () => {
  it('names the zone by city and offset', () => {
    expect(en.zoneName(now)).toBe('Paris (UTC+1)');
    expect(createFormats('en', 'UTC').zoneName(now)).toBe('UTC');
  });
  it('writes 24 hours', () => expect(en.time('2026-11-23T15:20:00Z')).toBe('16:20'));
  it('joins day and time as each language does', () => {
    expect(createFormats('ja', 'Asia/Tokyo').instant('2026-11-23T15:20:00Z')).toBe('2026年11月24日火曜日 00:20');
    expect(createFormats('es', 'Europe/Madrid').instant('2026-11-23T15:20:00Z')).toBe('lunes, 23 de noviembre de 2026, 16:20');
    expect(createFormats('ar', 'UTC').instant('2026-11-23T15:20:00Z')).toMatch(/، 15:20$/);
  });
  it('writes a whole instant', () => expect(en.instant('2026-11-23T15:20:00Z')).toBe('Monday 23 November 2026, 16:20'));
});
