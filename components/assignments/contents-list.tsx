import { FileQuestionMark, Folder, LayoutGrid, Users, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Contents } from '@/components/status/use-contents';
import { SkeletonLine } from '@/components/ui/skeleton';
import type { ResourceRole } from '@/lib/entitlement/access-packages';

const icons: Record<ResourceRole['kind'], LucideIcon> = { group: Users, application: LayoutGrid, site: Folder, other: FileQuestionMark };

/** What an access gives: each resource with the role in it. */
export function ContentsList({ contents }: { contents: Contents }) {
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
        : contents.roles.map((role) => <Resource key={role.id} role={role} />)}
    </ul>
  );
}

function Resource({ role }: { role: ResourceRole }) {
  const Icon = icons[role.kind];
  return (
    <li>
      <Icon className="i" aria-hidden="true" />
      <span>
        <bdi>{role.resourceName}</bdi>
        <small>
          <bdi>{role.roleName}</bdi>
        </small>
      </span>
    </li>
  );
}
