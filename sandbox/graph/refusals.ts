import { Refusal } from '../tenant/model.ts';

/** 404 for entitlement management objects. */
export function notFound(what: string): Refusal {
  return new Refusal(404, 'ResourceNotFound', `The requested resource was not found: ${what}.`);
}

/** 404 for directory objects. */
export function directoryNotFound(id: string): Refusal {
  return new Refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** 403 for lacking a role or right (contract §9). */
export function denied(why: string): Refusal {
  return new Refusal(403, 'PermissionDenied', `The caller is not allowed to do this: ${why}`);
}

/** 400 for a call that the object's state does not allow. */
export function invalidOperation(why: string): Refusal {
  return new Refusal(400, 'InvalidOperation', why);
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** GUIDs are compared without case, and kept in lower case. */
export function canonicalId(id: string): string {
  return GUID.test(id) ? id.toLowerCase() : id;
}

/** Throws 400 for an id that is no GUID, where the contract says so (§4.6, §4.9). */
export function requireGuid(id: string): void {
  if (!GUID.test(id)) throw new Refusal(400, 'InvalidModel', `The identifier '${id}' is not well-formed.`);
}
