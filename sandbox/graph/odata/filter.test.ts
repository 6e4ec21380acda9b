import { describe, expect, it } from 'vitest';
import type { Call } from '../call.ts';
import { compileFilter } from './compile.ts';
import { parseFilter, pathsOf, requiredEquals } from './filter.ts';
import { at, erase } from './shape.ts';
import type { Shape } from './shape.ts';
import { one } from './shape.ts';

interface Row {
  id: string;
  displayName: string;
  createdAt: number;
  state: string;
  hidden: boolean;
}

const shape: Shape<Row> = {
  type: 'accessPackageAssignmentRequest',
  properties: {
    id: (row) => row.id,
    justification: (row) => row.displayName,
    createdDateTime: at((row) => row.createdAt),
    state: (row) => row.state,
    schedule: () => ({ expiration: { type: 'afterDuration', duration: 'P1D', endDateTime: null } }),
  },
  relations: {
    accessPackage: one<Row, Row>(
      () => ({
        type: 'accessPackage',
        properties: { id: (row) => row.id, displayName: (row) => row.displayName, isHidden: (row) => row.hidden },
        relations: {},
      }),
      (row) => row,
    ),
    requestor: one<Row, Row>(
      () => shape,
      () => null,
    ),
  },
};

const row: Row = {
  id: 'AB-1',
  displayName: "O'Brien tools",
  createdAt: Date.parse('2026-09-01T00:00:00Z'),
  state: 'delivered',
  hidden: false,
};
const passes = (filter: string): boolean => compileFilter(parseFilter(filter), erase(shape), {} as Call)(row);

describe('$filter', () => {
  it.each([
    ["state eq 'delivered'", true],
    ["STATE EQ 'Delivered'", true],
    ["state ne 'denied'", true],
    ["state in ('denied','Delivered')", true],
    ["accesspackage/ID eq 'ab-1'", true],
    ["accessPackage/displayName eq 'O''Brien tools'", true],
    ["accessPackage/displayName eq 'o''brien tools'", false],
    ["contains(tolower(accessPackage/displayName),'brien')", true],
    ["contains(accessPackage/displayName,'BRIEN')", false],
    ["startswith(accessPackage/displayName,'O') and not endswith(accessPackage/displayName,'x')", true],
    ["contains(accessPackage/displayName,'tools') eq false", false],
    ['createdDateTime ge 2026-09-01T00:00:00Z', true],
    ['createdDateTime gt 2026-09-01T00:00:00Z', false],
    ['createdDateTime lt 2026-09-02 and createdDateTime le 2026-09-01T02:00:00+02:00', true],
    ["state eq 'denied' or state eq 'submitted' or id eq 'AB-1'", true],
    // and binds tighter than or
    ["state eq 'delivered' or state eq 'denied' and id eq 'x'", true],
    ["(state eq 'delivered' or state eq 'denied') and id eq 'x'", false],
    ['accessPackage/isHidden eq false', true],
    ['not accessPackage/isHidden', true],
    ['requestor/id eq null', true],
    ["schedule/expiration/type eq 'AfterDuration'", true],
    ['schedule/expiration/endDateTime eq null', true],
  ])('%s is %s', (filter, expected) => {
    expect(passes(filter)).toBe(expected);
  });

  it.each([
    '',
    'state',
    "state eq 'nonsense'",
    "state eq 'delivered",
    'state eq delivered',
    "nothing eq 'x'",
    "accessPackage/nothing eq 'x'",
    "accessPackage eq 'x'",
    "createdDateTime ge '2026-09-01'",
    "state gt 'delivered'",
    "accessPackage/isHidden eq 'true'",
    'id eq 00000000-0000-4000-8000-000000000001',
    "(state eq 'delivered'",
    "state eq 'delivered')",
    'length(justification) gt 3',
    "state eq 'delivered' xor id eq 'x'",
    "contains(state,'deli')",
  ])('%s is refused with InvalidFilter', (filter) => {
    expect(() => passes(filter)).toThrow(expect.objectContaining({ status: 400, code: 'InvalidFilter' }));
  });

  it('tells which equalities must hold and which paths are read', () => {
    const filter = parseFilter(
      "AccessPackage/Id eq 'p' and (state eq 'a' or state eq 'b') and 'x' eq target/objectid and tolower(id) eq 'z'",
    );
    expect(Object.fromEntries(requiredEquals(filter))).toEqual({ 'accesspackage/id': 'p', 'target/objectid': 'x' });
    expect(pathsOf(filter)).toEqual(['accesspackage/id', 'state', 'state', 'target/objectid', 'id']);
  });
});
