import { describe, expect, it } from 'vitest';
import type { Assignment } from '@/lib/entitlement/assignments';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { createFormats } from '@/lib/i18n/formats';
import { type HomeFacts, homeView } from './home-view';

const now = Date.parse('2026-11-24T10:42:00Z');
const formats = createFormats('en', 'UTC');
const pack = (id: string) => ({ id, displayName: `Package ${id}`, description: '', isHidden: false });

const assignment = (over: Partial<Assignment>): Assignment => ({
  id: 'a1',
  state: 'delivered',
  rawState: 'Delivered',
  rawStatus: 'Delivered',
  schedule: null,
  startDateTime: '2026-06-06T00:00:00Z',
  endDateTime: '2026-12-04T00:00:00Z',
  expiredDateTime: null,
  accessPackage: pack('p1'),
  policyId: null,
  policyDisplayName: null,
  target: null,
  ...over,
});

const request = (over: Partial<AssignmentRequest>): AssignmentRequest => ({
  id: 'r1',
  requestType: 'userAdd',
  state: 'pendingApproval',
  rawState: 'PendingApproval',
  rawStatus: 'PendingApproval',
  justification: null,
  answers: [],
  schedule: null,
  createdDateTime: '2026-11-23T16:20:00Z',
  completedDateTime: null,
  accessPackage: pack('p1'),
  requestor: null,
  assignmentId: null,
  target: null,
  waitingForCallback: false,
  ...over,
});

const nothing: HomeFacts = {
  assignments: [],
  requests: [],
  drafts: [],
  tray: null,
  acceptedEnds: new Set(),
  toDecide: { count: 0, more: false },
  complete: true,
};
const view = (facts: Partial<HomeFacts>) => homeView({ ...nothing, ...facts }, now, formats);

describe('what waits', () => {
  it('is access that ends within 14 days, by the last whole day', () => {
    const found = view({
      assignments: [assignment({}), assignment({ id: 'a2', endDateTime: '2026-12-20T00:00:00Z', accessPackage: pack('p2') })],
    });
    expect(found.waiting).toMatchObject([{ kind: 'ending', key: 'a1', daysLeft: 9, endDay: '2026-12-03', href: '/assignments/a1/update' }]);
    expect(found.ending.map(({ key }) => key)).toEqual(['a1', 'a2']);
  });
  it('is not access that the reader lets end; another end of it asks again', () => {
    const acceptedEnds = new Set(['a1 2026-12-04T00:00:00Z']);
    const found = view({ assignments: [assignment({})], acceptedEnds });
    expect([found.waiting.length, found.ending.length]).toEqual([0, 1]);
    expect(view({ assignments: [assignment({ endDateTime: '2026-12-06T00:00:00Z' })], acceptedEnds }).waiting).toHaveLength(1);
  });
  it('is not access whose extension is on its way', () => {
    const found = view({ assignments: [assignment({})], requests: [request({ requestType: 'userUpdate' })] });
    expect(found.waiting).toEqual([]);
    expect(found.onItsWay).toHaveLength(1);
  });
  it('is neither ended nor endless access', () => {
    expect(view({ assignments: [assignment({ state: 'expired' }), assignment({ endDateTime: null })] }).waiting).toEqual([]);
  });
  it('is a draft, with the policy it was begun with', () => {
    const content = { policyId: 'pol', answers: {}, justification: 'x', period: null, timeZone: null };
    const draft = {
      key: 'd',
      accessPackageId: 'p3',
      accessPackageName: 'Three',
      intent: 'userAdd' as const,
      assignmentId: null,
      content,
      updatedAt: now - 86_400_000,
    };
    expect(view({ drafts: [draft] }).waiting).toMatchObject([
      { kind: 'draft', href: '/access-packages/p3/request?policy=pol', when: { kind: 'yesterday' }, left: null },
    ]);
    expect(view({ drafts: [{ ...draft, intent: 'together' }] }).waiting).toMatchObject([
      { href: '/access-packages/p3/for-others', isForOthers: true },
    ]);
    const asked = (needed: boolean) => ({ text: 'Why?', needed, rule: null });
    const half = { ...content, answers: { a: ['x'], b: [' '] }, asked: { a: asked(true), b: asked(true), c: asked(false) } };
    expect(view({ drafts: [{ ...draft, content: half }] }).waiting).toMatchObject([{ left: { left: 1, all: 3 } }]);
    expect(view({ drafts: [{ ...draft, content: { ...half, answers: { a: ['x'], b: ['y'] } } }] }).waiting).toMatchObject([{ left: null }]);
  });
  it('leads a draft of a change to its assignment, and drops it where that is no longer held', () => {
    const draft = {
      key: 'd',
      accessPackageId: 'p1',
      accessPackageName: '',
      intent: 'userUpdate' as const,
      assignmentId: 'a1',
      content: null,
      updatedAt: now,
    };
    const endless = assignment({ endDateTime: null });
    const begun = [{ href: '/assignments/a1/update', of: { id: 'p1', name: null } }];
    expect(view({ assignments: [assignment({ id: 'a0', endDateTime: null }), endless], drafts: [draft] }).waiting).toMatchObject(begun);
    expect(view({ assignments: [{ ...endless, state: 'partiallyDelivered' }], drafts: [draft] }).waiting).toMatchObject(begun);
    expect(view({ drafts: [draft], complete: false }).waiting).toMatchObject(begun);
    expect(view({ assignments: [{ ...endless, state: 'expired' }], drafts: [draft] }).waiting).toEqual([]);
    expect(view({ drafts: [draft] })).toMatchObject({ waiting: [], isDayOne: true });
    expect(view({ drafts: [{ ...draft, assignmentId: null }] }).waiting).toEqual([]);
  });
  it('is whoever waits for a decision, before everything else, and packages chosen together', () => {
    const tray = { key: 't', packages: [{ id: 'p8', name: 'Eight', nonce: 'n' }], isBegun: true, updatedAt: now };
    const found = view({ assignments: [assignment({})], tray, toDecide: { count: 3, more: true } });
    expect(found.waiting.map(({ kind }) => kind)).toEqual(['toDecide', 'ending', 'tray']);
    expect(found.waiting[2]).toMatchObject({ names: ['Eight'], href: '/access-packages/together', when: { kind: 'today' } });
    expect(view({ toDecide: { count: 1, more: false } })).toMatchObject({ isDayOne: false, waiting: [{ href: '/approvals', count: 1 }] });
    expect(view({ toDecide: null, complete: false }).waiting).toEqual([]);
  });
  it('is access given in part, too, when it ends', () => {
    const found = view({ assignments: [assignment({ state: 'partiallyDelivered', endDateTime: '2027-02-08T00:00:00Z' })] });
    expect(found.ending.map(({ key, endDay }) => [key, endDay])).toEqual([['a1', '2027-02-07']]);
  });
  it('is a denial of the last two weeks, until it is asked for again or held', () => {
    const denied = request({ state: 'denied', completedDateTime: '2026-11-20T11:05:00Z', createdDateTime: '2026-11-17T09:48:00Z' });
    expect(view({ requests: [denied] }).waiting).toMatchObject([{ kind: 'answered', words: { word: 'denied' } }]);
    expect(view({ requests: [denied, request({ id: 'r2' })] }).waiting).toEqual([]);
    expect(view({ requests: [denied], assignments: [assignment({ endDateTime: null })] }).waiting).toEqual([]);
    expect(view({ requests: [{ ...denied, completedDateTime: '2026-11-01T11:05:00Z' }] }).waiting).toEqual([]);
  });
});

describe('day one', () => {
  it('is somebody who has nothing, and only when everything was read', () => {
    expect(view({}).isDayOne).toBe(true);
    expect(view({ complete: false }).isDayOne).toBe(false);
    expect(view({ requests: [request({ state: 'canceled' })] }).isDayOne).toBe(false);
  });
});

describe('lately', () => {
  it('tells asked and answered, newest first, only what Graph dated', () => {
    const denied = request({ state: 'denied', createdDateTime: '2026-11-17T09:48:00Z', completedDateTime: '2026-11-20T11:05:00Z' });
    const undated = request({ id: 'r3', createdDateTime: null });
    expect(view({ requests: [denied, undated] }).lately.map(({ what }) => what)).toEqual(['denied', 'asked']);
  });
  it('names who asked for somebody else', () => {
    const requestor = { objectId: 'lm', displayName: 'Léa Moreau', email: '' };
    const target = { objectId: 'ar', displayName: 'Ana Ruiz', email: '' };
    expect(view({ requests: [request({ requestor, target })] }).lately).toMatchObject([{ what: 'askedForYou', who: 'Léa Moreau' }]);
  });
  it('shows an expiry once', () => {
    const gone = assignment({ state: 'expired', expiredDateTime: '2026-11-22T00:00:00Z' });
    const removal = request({ requestType: 'systemRemove', state: 'delivered', completedDateTime: '2026-11-22T00:00:10Z' });
    expect(view({ assignments: [gone], requests: [removal] }).lately.map(({ what }) => what)).toEqual(['ended']);
  });
});
