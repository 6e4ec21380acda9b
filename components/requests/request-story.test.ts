import { describe, expect, it } from 'vitest';
import { createFormats } from '@/lib/i18n/formats';
import english from '@/lib/i18n/messages/en/requests.json';
import type { RequestState, RequestType } from '@/lib/entitlement/requests';
import { rowOf } from './testing/rows';
import type { Words } from './phrases';
import { requestStory, type Story } from './request-story';

const formats = createFormats('en', 'Europe/Paris');
const now = Date.parse('2026-11-24T10:00:00Z');

const tell = (over: Parameters<typeof rowOf>[0], asking: { kind: string; name: string } | null = null) =>
  requestStory(rowOf(over), now, formats, asking);

/** Every message a story names must exist. */
function message(words: Words): unknown {
  return words.key.split('.').reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], english);
}
const allWords = (story: Story): Words[] => [
  story.next,
  ...story.steps.flatMap((step) => [step.title, step.text]).filter((words) => words !== null),
  ...story.pins.flatMap((pin) => [pin.label, pin.text]).filter((words) => words !== null),
];

const states: RequestState[] = [
  'submitted',
  'pendingApproval',
  'scheduled',
  'delivering',
  'delivered',
  'partiallyDelivered',
  'deliveryFailed',
  'denied',
  'canceled',
  'other',
];
const types: RequestType[] = ['userAdd', 'userUpdate', 'userRemove', 'adminAdd', 'systemAdd', 'systemRemove', 'approverRemove', 'other'];

describe('requestStory', () => {
  it.each(states.flatMap((state) => types.map((requestType) => ({ state, requestType }))))(
    'has words for $requestType in $state',
    (over) => {
      for (const waitingForCallback of [false, true]) {
        for (const dates of [{}, { createdDateTime: null, completedDateTime: null, schedule: null }]) {
          const story = tell({ ...over, waitingForCallback, ...dates });
          for (const words of allWords(story)) expect(message(words), words.key).toBeTypeOf('string');
          const itself = over.requestType.startsWith('system');
          expect(story.pins).toHaveLength(itself ? 0 : 3);
          expect(story.steps.length).toBeGreaterThan(itself ? 0 : 1);
        }
      }
    },
  );

  it('says what it waits for outside, and the other system’s own words set apart', () => {
    const statuses = ['calloutSent', 'callbackReceived', 'calloutFailed', 'callbackTimedOut', 'waitingForCallback', 'other'] as const;
    for (const status of statuses) {
      const waitingForCallback = status === 'waitingForCallback';
      for (const state of ['submitted', 'delivering'] as const) {
        const story = tell({ state, waitingForCallback, callout: { status, detail: null } });
        for (const words of allWords(story)) expect(message(words), words.key).toBeTypeOf('string');
      }
    }
    const waiting = tell({
      state: 'submitted',
      waitingForCallback: true,
      callout: { status: 'waitingForCallback', detail: 'Training first' },
    });
    expect(waiting.next.key).toBe('next.callout.waitingForCallback');
    expect(waiting.steps[1]?.text).toEqual({ key: 'step.calloutDetail', values: { detail: '\u2068Training first\u2069' } });
    expect(tell({ state: 'delivering', waitingForCallback: true }).next.key).toBe('next.calloutSetUp');
    expect(tell({ state: 'submitted', callout: { status: 'callbackTimedOut', detail: null } }).next.key).toBe(
      'next.callout.callbackTimedOut',
    );
    expect(tell({ state: 'pendingApproval', callout: { status: 'callbackReceived', detail: null } }).next.key).toBe('next.pendingApproval');
  });

  it('says that it takes longer than usual, with both times', () => {
    const slow = { elapsedMs: 7_300_000, usualMs: 185_000 };
    expect(tell({ state: 'delivering', slow }).next).toEqual({ key: 'next.slow', values: { elapsed: '2 hours', usual: '3 minutes' } });
    expect(tell({ state: 'delivering' }).next.key).toBe('next.delivering.add');
  });

  it('waits for approval with three pins and no names', () => {
    const story = tell({ state: 'pendingApproval', createdDateTime: '2026-11-23T15:20:00Z' });
    expect(story.next).toEqual({ key: 'next.pendingApproval', values: { kind: 'yesterday', day: '23 November' } });
    expect(story.pins.map((pin) => pin.state)).toEqual(['set', 'now', 'next']);
    expect(story.steps.map((step) => [step.id, step.state])).toEqual([
      ['sent', 'done'],
      ['approval', 'now'],
      ['ready', 'next'],
    ]);
    expect(story.steps[0]?.text).toEqual({ key: 'at', values: { day: 'Monday 23 November', time: '16:20' } });
  });

  it('says a denial without a name, and the way on', () => {
    const story = tell({ state: 'denied', completedDateTime: '2026-11-20T10:05:00Z' });
    expect(story.pins.map((pin) => pin.state)).toEqual(['set', 'no', 'next']);
    expect(story.steps.map((step) => step.id)).toEqual(['sent', 'denied', 'again']);
    expect(story.steps[1]?.text).toEqual({ key: 'step.deniedText', values: { day: 'Friday 20 November', time: '11:05' } });
  });

  it('says just now where Graph has no time of creation yet', () => {
    const story = tell({ state: 'submitted', createdDateTime: null });
    expect(story.next.key).toBe('next.justSent');
    expect(story.steps[0]?.text?.key).toBe('step.justNow');
  });

  it('shows an end at local midnight as the day before', () => {
    const story = tell({ state: 'delivered', endDateTime: '2027-04-29T22:00:00Z', held: 'active' });
    expect(story.next).toEqual({ key: 'next.haveUntil', values: { day: '29 April 2027' } });
  });

  it('names who asked when it was somebody else', () => {
    const story = tell({ state: 'delivered' }, { kind: 'forMe', name: 'Léa Moreau' });
    expect(story.steps[0]?.title.values).toEqual({ who: 'forMe', name: 'Léa Moreau' });
  });

  it('tells an end that came by itself as one event nobody sent or decided', () => {
    const story = tell({ requestType: 'systemRemove', state: 'delivered', completedDateTime: '2026-11-09T08:00:00Z' });
    expect(story.next.key).toBe('next.ended');
    expect(story.pins).toEqual([]);
    expect(story.steps.map(({ id, title, text }) => [id, title.values.who, text?.values])).toEqual([
      ['ready', 'system', { day: 'Monday 9 November', time: '09:00' }],
    ]);
  });

  it('says that nobody asked where a policy assigned', () => {
    const story = tell({ requestType: 'systemAdd', state: 'delivered', createdDateTime: null });
    expect(story.pins).toEqual([]);
    expect(story.steps[0]).toMatchObject({ title: { values: { who: 'system' } }, text: null });
  });

  it('promises nothing about the approval that it cannot read', () => {
    expect(tell({ state: 'delivering' }).pins[1]?.text?.key).toBe('pin.passed');
    expect(tell({ state: 'submitted' }).pins[1]?.text?.key).toBe('pin.ifNeeded');
  });
});

describe('messages with elements in them', () => {
  it.each(['askedForMe', 'askedForThem'] as const)('%s takes an element as a tag, never as a value', (key) => {
    expect(english[key]).toMatch(/<(\w+)><\/\1>/);
    expect(english[key]).not.toContain('{');
  });
});
