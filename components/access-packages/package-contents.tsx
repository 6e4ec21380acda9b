import { AppWindow, Folder, Package, UsersRound, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SkeletonLine } from '@/components/ui/skeleton';
import type { ResourceRole } from '@/lib/entitlement/access-packages';
import type { Result } from '@/lib/portal-error';

const icons: Record<ResourceRole['kind'], LucideIcon> = { application: AppWindow, group: UsersRound, site: Folder, other: Package };

/** What a package holds, one resource role each. Says so where the cloud or the tenant does not tell, or the reading failed. */
export function PackageContents({ contents }: { contents: Result<ResourceRole[] | null> }) {
  const t = useTranslations('access-packages.contents');
  const note = !contents.ok ? t('unread') : contents.value === null ? t('notTold') : contents.value.length === 0 ? t('empty') : null;
  return (
    <>
      <h2 className="h3 mt-5 mb-1.5 font-sans">{t('title')}</h2>
      {note && <p className="sm mut">{note}</p>}
      <ul className="inside">
        {contents.ok &&
          contents.value?.map((role) => {
            const Icon = icons[role.kind];
            return (
              <li key={role.id}>
                <Icon className="i" aria-hidden="true" />
                <span>
                  <bdi>{role.resourceName}</bdi>
                  <small>
                    <bdi>{role.roleName}</bdi>
                  </small>
                </span>
              </li>
            );
          })}
      </ul>
    </>
  );
}

/** The same in one line, for a phone. */
export function ContentsLine({ contents }: { contents: Result<ResourceRole[] | null> }) {
  const t = useTranslations('access-packages.contents');
  if (!contents.ok || !contents.value?.length) return null;
  return (
    <p className="sm only-narrow mt-2.5">
      <span className="mut">{t('inside')}</span> <bdi>{contents.value.map((role) => role.resourceName).join(t('comma'))}</bdi>
    </p>
  );
}

/** Room for the contents while they are read. */
export function ContentsSkeleton() {
  const t = useTranslations('access-packages.contents');
  return (
    <div role="status">
      <h2 className="h3 mt-5 mb-1.5 font-sans">{t('title')}</h2>
      <span className="vh">{t('loading')}</span>
      <ul className="inside" aria-hidden="true">
        {['70%', '54%', '62%'].map((width) => (
          <li key={width}>
            <SkeletonLine width={width} size={2.25} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type Reading = Result<ResourceRole[] | null>;

/** Draws the contents once they have been read. */
export async function Contents({ reading, as: Part }: { reading: Promise<Reading>; as: (props: { contents: Reading }) => ReactNode }) {
  return <Part contents={await reading} />;
}
