import { Refusal } from '../tenant/model.ts';

/** 400: the body says something that cannot be (contract §9). */
export function invalidModel(message: string): Refusal {
  return new Refusal(400, 'InvalidModel', message);
}

/** 400: the object is in a state that does not allow it. */
export function invalidOperation(message: string): Refusal {
  return new Refusal(400, 'InvalidOperation', message);
}

/** 403: the caller may not. */
export function permissionDenied(message: string): Refusal {
  return new Refusal(403, 'PermissionDenied', message);
}

/** 404: no such thing, or none of the caller's. */
export function notFound(what: string): Refusal {
  return new Refusal(404, 'ResourceNotFound', `${what} was not found.`);
}
