import { readFileSync } from 'node:fs';
import { readCsdl } from './read.ts';
import type { EnumType, Member, StructuredType } from './types.ts';

const schema = readCsdl(readFileSync(new URL('./entitlement-management.csdl.xml', import.meta.url), 'utf8'));

// Documented, yet missing in the metadata of our commit (contract §8.2).
schema.types.set('accessPackageAssignmentRequestParameters', {
  name: 'accessPackageAssignmentRequestParameters',
  base: null,
  abstract: false,
  open: false,
  members: new Map([
    ['bypassApproval', { name: 'bypassApproval', type: { name: 'Edm.Boolean', collection: false }, nullable: true, navigation: false }],
  ]),
});

/** The structured type of that short name, or undefined. */
export function typeNamed(name: string): StructuredType | undefined {
  return schema.types.get(name);
}

/** The enum of that short name, or undefined. */
export function enumNamed(name: string): EnumType | undefined {
  return schema.enums.get(name);
}

/** Whether `name` is `base` or derives from it. */
export function derives(name: string, base: string): boolean {
  for (let each: string | null = name; each !== null; each = schema.types.get(each)?.base ?? null) if (each === base) return true;
  return false;
}

/** The member of a type whose name fits in any case (contract §1.6), or undefined. */
export function memberInAnyCase(type: string, name: string): Member | undefined {
  const members = schema.types.get(type)?.members;
  if (members === undefined) return undefined;
  const exact = members.get(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  for (const member of members.values()) if (member.name.toLowerCase() === wanted) return member;
  return undefined;
}

/** The canonical spelling of an enum value written in any case, or undefined when the enum has no such member. */
export function enumMember(name: string, value: string): string | undefined {
  const wanted = value.toLowerCase();
  return schema.enums.get(name)?.members.find((member) => member.toLowerCase() === wanted);
}

/** Members declared after `unknownFutureValue`, which need the Prefer header to be seen (contract §1.3). */
export function isBeyondUnknown(name: string, value: string): boolean {
  const members = schema.enums.get(name)?.members ?? [];
  const border = members.indexOf('unknownFutureValue');
  return border >= 0 && members.indexOf(value) > border;
}
