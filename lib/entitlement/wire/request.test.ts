import { describe, expect, it } from 'vitest';
import { wireAssignment } from './assignment';
import { wireRequest } from './request';

/** The contract's own example (§4.7). */
const example = {
  id: '7d5b',
  requestType: 'userAdd',
  state: 'pendingApproval',
  status: 'PendingApproval',
  justification: 'Audit week',
  createdDateTime: '2026-09-01T08:00:00Z',
  completedDateTime: null,
  schedule: { startDateTime: null, recurrence: null, expiration: { type: 'notSpecified', endDateTime: null, duration: null } },
  answers: [],
  customExtensionCalloutInstances: [],
  accessPackage: { id: 'c2', displayName: 'Audit tools', description: '…', isHidden: false },
  requestor: {
    id: 's-1',
    objectId: 'u-1',
    displayName: 'Ana Ruiz',
    email: 'ana@x.example',
    principalName: 'ana@x.example',
    subjectType: 'user',
  },
  assignment: { id: 'a-1', state: 'delivering', target: { id: 's-1', objectId: 'u-1', displayName: 'Ana Ruiz' } },
};

describe('a request', () => {
  it('is read as the contract shows it', () => {
    expect(wireRequest.parse(example)).toEqual({
      id: '7d5b',
      requestType: 'userAdd',
      state: 'pendingApproval',
      rawState: 'pendingApproval',
      rawStatus: 'PendingApproval',
      justification: 'Audit week',
      answers: [],
      schedule: { startDateTime: null, expiration: { kind: 'unspecified' } },
      createdDateTime: '2026-09-01T08:00:00.000Z',
      completedDateTime: null,
      accessPackage: { id: 'c2', displayName: 'Audit tools', description: '…', isHidden: false },
      requestor: { objectId: 'u-1', displayName: 'Ana Ruiz', email: 'ana@x.example' },
      assignmentId: 'a-1',
      target: { objectId: 'u-1', displayName: 'Ana Ruiz', email: '' },
      waitingForCallback: false,
    });
  });

  it('is read under the names of old answers', () => {
    const { state, status, assignment, ...rest } = example;
    const legacy = {
      ...rest,
      requestType: 'UserAdd',
      state: undefined,
      requestState: 'PendingApproval',
      status: undefined,
      requestStatus: status,
      completedDate: '2026-09-02T08:00:00.1234567Z',
      accessPackageAssignment: assignment,
      isValidationOnly: false,
      verifiedCredentialsData: [],
      customExtensionHandlerInstances: [{ status: 'WaitingForCallback' }],
    };
    expect(wireRequest.parse(legacy)).toEqual({
      ...wireRequest.parse(example),
      state,
      rawState: 'PendingApproval',
      completedDateTime: '2026-09-02T08:00:00.123Z',
      waitingForCallback: true,
      callout: { status: 'waitingForCallback', detail: null },
    });
  });

  it('tells what is waited for, in the other system’s own words, cut and without signs that turn text', () => {
    const called = (...instances: object[]) => wireRequest.parse({ ...example, customExtensionCalloutInstances: instances })?.callout;
    expect(called()).toBeUndefined();
    expect(called({ status: 'WaitingForCallback', detail: ' Training\n\u202efirst ' }, { status: 'calloutSent' })).toEqual({
      status: 'waitingForCallback',
      detail: 'Training first',
    });
    expect(called({ status: 'calloutSent' }, { status: 'CallbackTimedOut', detail: 'x'.repeat(400) })).toEqual({
      status: 'callbackTimedOut',
      detail: `${'x'.repeat(300)}…`,
    });
    expect(called({ status: 'somethingNew', detail: 7 })).toEqual({ status: 'other', detail: null });
  });

  it('keeps unknown members as other, with Graph’s words', () => {
    const found = wireRequest.parse({ id: 'q', requestType: 'onBehalfAdd', state: 'unknownFutureValue', status: 'Odd' });
    expect(found).toMatchObject({ requestType: 'other', state: 'other', rawState: 'unknownFutureValue', rawStatus: 'Odd' });
  });

  it('gathers the answers of one question, joined or not', () => {
    const about = (id: string, type = 'accessPackageMultipleChoiceQuestion') => ({ '@odata.type': `#microsoft.graph.${type}`, id });
    const answers = [
      { value: 'BER', displayValue: 'Berlin', answeredQuestion: about('q-1') },
      { value: 'one; two', displayValue: 'one; two', answeredQuestion: about('q-2', 'accessPackageTextInputQuestion') },
      { value: 'MUC', displayValue: null, answeredQuestion: about('q-1') },
      { value: 'A;B', displayValue: 'Alpha; Beta', answeredQuestion: about('q-3', 'multipleChoiceQuestion') },
      null,
    ];
    expect(wireRequest.parse({ id: 'q', answers })?.answers).toEqual([
      { questionId: 'q-1', questionText: null, values: ['BER', 'MUC'], displayValues: ['Berlin', 'MUC'] },
      { questionId: 'q-2', questionText: null, values: ['one; two'], displayValues: ['one; two'] },
      { questionId: 'q-3', questionText: null, values: ['A', 'B'], displayValues: ['Alpha', 'Beta'] },
    ]);
  });
});

describe('an assignment', () => {
  it('reads "null" as no date and knows its end', () => {
    const found = wireAssignment.parse({
      id: 'a-1',
      state: 'Delivered',
      status: 'Delivered',
      expiredDateTime: 'null',
      schedule: { startDateTime: '2026-01-31T10:00:00Z', expiration: { type: 'afterDuration', duration: 'P90D' } },
      assignmentPolicy: { id: 'p-1', displayName: 'Staff' },
    });
    expect(found).toMatchObject({
      state: 'delivered',
      expiredDateTime: null,
      endDateTime: '2026-05-01T10:00:00.000Z',
      policyId: 'p-1',
      accessPackage: null,
    });
  });
});
