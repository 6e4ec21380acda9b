import type { ResourceRole } from '@/lib/entitlement/access-packages';

/** What goes with an access that is taken away: each resource with the role in it. */
export function LostResources({ roles }: { roles: readonly ResourceRole[] }) {
  return (
    <ul className="goes">
      {roles.map((role) => (
        <li key={role.id}>
          <bdi>{role.resourceName}</bdi>{' '}
          <span className="mut">
            <bdi>{role.roleName}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}
