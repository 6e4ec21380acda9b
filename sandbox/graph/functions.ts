import { param } from './call.ts';
import type { Call } from './call.ts';
import { badRequest } from './odata/options.ts';
import type { Options } from './odata/options.ts';
import { enumMember } from './schema/schema.ts';

/** A function parameter that is an enum, in canonical case. Throws 400 for an empty or unknown value (contract §4.2.1). */
export function enumParameter(call: Call, name: string, enumeration: string): string {
  const value = param(call, name);
  const member = enumMember(enumeration, value);
  if (member === undefined || member === 'unknownFutureValue') throw badRequest(`The value '${value}' of '${name}' is not valid.`);
  return member;
}

/** The call's options as `expandOnFunctions` lets filterByCurrentUser see them (contract §4.6: undocumented). */
export function functionOptions(call: Call): Options {
  const { options } = call;
  if (options.expand.length === 0) return options;
  switch (call.tenant.behaviour.expandOnFunctions) {
    case 'true':
      return options;
    case 'ignored':
      return { ...options, expand: [] };
    case '400':
      throw badRequest("Query option 'Expand' is not allowed on this function.");
  }
}
