import { FileQuestionMark, Folder, LayoutGrid, Users, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Contents } from '@/components/status/use-contents';
import { SkeletonLine } from '@/components/ui/skeleton';
import type { ResourceRole } from '@/lib/entitlement/access-packages';
import { resourceAddress } from '@/lib/entitlement/resource-address';

const icons: Record<ResourceRole['kind'], LucideIcon> = { group: Users, application: LayoutGrid, site: Folder, other: FileQuestionMark };

/** What an access gives: each resource with the role in it; `opens`: with its address where one follows from its kind. */
export function ContentsList({ contents, opens }: { contents: Contents; opens: boolean }) {
  const t = useTranslations('assignments.contents');
  if (contents.kind === 'notTold') return <p className="sm mut">{t('notTold')}</p>;
  if (contents.kind === 'failed') return <p className="sm mut">{t('failed')}</p>;
  if (contents.kind === 'read' && contents.roles.length === 0) return <p className="sm mut">{t('nothing')}</p>;
  return (
    <ul className="inside pair" aria-label={t('label')} aria-busy={contents.kind === 'reading'}>
      {contents.kind === 'reading'
        ? ['first', 'second'].map((key) => (
            <li key={key}>
              <SkeletonLine width="70%" size={2.25} />
            </li>
          ))
        : contents.roles.map((role) => <Resource key={role.id} role={role} address={opens ? resourceAddress(role) : null} />)}
    </ul>
  );
}

function Resource({ role, address }: { role: ResourceRole; address: string | null }) {
  const t = useTranslations('assignments.contents');
  const Icon = icons[role.kind];
  return (
    <li>
      <Icon className="i" aria-hidden="true" />
      <span className="grow">
        <bdi>{role.resourceName}</bdi>
        <small>
          <bdi>{role.roleName}</bdi>
        </small>
      </span>
      {address && (
        <a className="opens" href={address} rel="noreferrer" aria-label={t('openNamed', { name: role.resourceName })}>
          {t('open')}
        </a>
      )}
    </li>
  );
}
