import { describe, expect, it } from 'vitest';
import { lossOf, otherAccess } from './kept-elsewhere';
import { assignmentOf } from './testing/rows';

const role = (originId: string, roleName: string, id = `${originId}-${roleName}`) => ({
  id,
  resourceName: originId,
  roleName,
  kind: 'application' as const,
  originSystem: 'AadApplication',
  originId,
});
const pack = (id: string) => ({ id, displayName: `Package ${id}`, description: '', isHidden: false });
const through = (packageId: string) => ({ packageId, name: `Package ${packageId}`, endDateTime: null });

describe('what else I keep that gives the same', () => {
  it('is whole access to other packages that is not on its way back, what lasts longest first', () => {
    const mine = assignmentOf();
    const rows = [
      mine,
      assignmentOf({ id: 'again' }),
      assignmentOf({ id: 'short', accessPackage: pack('short'), endDateTime: '2026-12-01T00:00:00Z' }),
      assignmentOf({ id: 'endless', accessPackage: pack('endless'), endDateTime: null }),
      assignmentOf({ id: 'half', accessPackage: pack('half'), state: 'partiallyDelivered' }),
      assignmentOf({ id: 'ended', accessPackage: pack('ended'), state: 'expired' }),
      assignmentOf({ id: 'going', accessPackage: pack('going'), openRequest: { id: 'r', requestType: 'userRemove' } }),
      assignmentOf({ id: 'unnamed', accessPackage: null }),
    ];
    expect(otherAccess(mine, rows).map(({ packageId }) => packageId)).toEqual(['endless', 'short']);
  });

  it('parts what goes from what stays, and names another role that is left', () => {
    const others = [through('a'), through('b')];
    const contents = { a: [role('crm', 'Reader'), role('LOGS', 'Reader')], b: [role('crm', 'Editor')] };
    const loss = lossOf([role('crm', 'Editor'), role('logs', 'Administrator'), role('vpn', 'Member')], others, contents);
    expect(loss.stays.map(({ role: each, through: by }) => [each.originId, by.packageId])).toEqual([['crm', 'b']]);
    expect(loss.goes.map(({ role: each, also }) => [each.originId, also && [also.roleName, also.through.packageId]])).toEqual([
      ['logs', ['Reader', 'a']],
      ['vpn', null],
    ]);
  });

  it('matches by the whole id where the resource has none of its own', () => {
    const others = [through('a')];
    expect(lossOf([role('', 'Reader', 'x')], others, { a: [role('', 'Reader', 'y')] }).stays).toEqual([]);
    expect(lossOf([role('', 'Reader', 'x')], others, { a: [role('', 'Reader', 'x')] }).stays).toHaveLength(1);
  });
});
