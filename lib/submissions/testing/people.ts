import type { Viewer } from '@/lib/auth/viewer';
import type { SandboxPerson } from '@/lib/graph/testing/sandbox';
import { PortalFault } from '@/lib/portal-error';

/** This person as the one who is signed in. */
export const viewerOf = (person: SandboxPerson): Viewer => ({
  sessionId: 's',
  oid: person.id,
  tid: 't',
  name: person.displayName,
  userPrincipalName: person.userPrincipalName,
  roles: [],
  tag: 'tag',
});

/** The portal's error this ends with, or what it gave although none was wanted. */
export const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    (value) => ({ no: 'fault', value }),
    (error: unknown) => (error instanceof PortalFault ? error.error : error),
  );
