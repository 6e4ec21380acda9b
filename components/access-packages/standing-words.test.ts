import { describe, expect, it } from 'vitest';
import { createFormats } from '@/lib/i18n/formats';
import { toMarks } from './marks';
import type { Standing } from './standing';
import { standingWords } from './standing-words';

const now = Date.parse('2026-11-24T10:00:00Z');
const formats = createFormats('en', 'Europe/Paris');
const words = (standing: Standing | undefined) => standingWords(standing, now, formats);
const held = (endDateTime: string | null, partly = false): Standing => ({
  kind: 'held',
  assignmentId: 'a',
  endDateTime,
  partly,
  openRequestId: null,
});

describe('standingWords', () => {
  it('says until which day, an end at local midnight being the day before', () => {
    expect(words(held('2027-02-15T23:00:00Z'))).toMatchObject({
      tag: { word: 'heldUntil', values: { day: '15 February' } },
      tone: 'open',
    });
  });
  it('turns warm within fourteen days', () => {
    expect(words(held('2026-12-03T23:00:00Z'))).toMatchObject({ tag: { word: 'endsSoon', values: { days: 9 } }, tone: 'ask' });
  });
  it('says only "you have this" without an end, and partly before all else', () => {
    expect(words(held(null)).tag).toEqual({ word: 'held', values: {} });
    expect(words(held('2026-12-03T23:00:00Z', true)).tag?.word).toBe('partiallyDelivered');
  });
  it('has a word for every other standing, and none for none', () => {
    expect(words({ kind: 'onItsWay', requestId: null, state: 'delivering', since: null, startDateTime: null }).tag?.word).toBe(
      'delivering',
    );
    expect(words({ kind: 'failed', requestId: null }).tag?.word).toBe('deliveryFailed');
    expect(words({ kind: 'denied', requestId: 'r', decidedDateTime: null }).tone).toBe('stop');
    expect(words({ kind: 'ended', endDateTime: '2026-08-14T22:00:00Z' })).toMatchObject({ tag: { word: 'ended' }, lastDay: '14 August' });
    expect(words(undefined)).toEqual({ tag: null, tone: undefined, lastDay: null });
  });
});

describe('toMarks', () => {
  it('marks what I hold and what is on its way, and offers to extend only what ends', () => {
    const marks = toMarks(
      {
        p1: held('2027-02-15T23:00:00Z'),
        p2: held(null),
        p3: { kind: 'ended', endDateTime: null },
        p4: { kind: 'onItsWay', requestId: 'r', state: 'submitted', since: null, startDateTime: null },
      },
      now,
      formats,
    );
    expect(Object.keys(marks)).toEqual(['p1', 'p2', 'p4']);
    expect([marks.p1?.assignmentId, marks.p2?.assignmentId, marks.p4?.requestId]).toEqual(['a', null, 'r']);
  });
});
