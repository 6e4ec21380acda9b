import { ChevronRight } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Suspense, type ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import type { AccessPackage } from '@/lib/entitlement/access-packages';
import { paths } from '@/lib/paths';

type Named = AccessPackage | Promise<AccessPackage | null>;

/** Way back (to the package itself where `toPackage` is its id), name and description. Where the name is not known yet the heading reads "Access package" until it streams in. */
export async function PackageHead({ named, toPackage, children }: { named: Named; toPackage?: string; children?: ReactNode }) {
  const t = await getTranslations('access-packages');
  const plain = t('accessPackage');
  return (
    <div className="grow min-w-64">
      <nav className="sm row only-wide mb-3" aria-label={t('wayBack')}>
        <Link className="mut" href={paths.accessPackages}>
          {t('title')}
        </Link>
        <ChevronRight className="i s flip faint" aria-hidden="true" />
        <Crumb to={toPackage}>
          <Suspense fallback={plain}>
            <Name named={named} plain={plain} />
          </Suspense>
        </Crumb>
      </nav>
      <h1>
        <Suspense fallback={plain}>
          <Name named={named} plain={plain} />
        </Suspense>
      </h1>
      <Suspense fallback={null}>
        <Description named={named} />
      </Suspense>
      {children}
    </div>
  );
}

async function Name({ named, plain }: { named: Named; plain: string }) {
  const found = await named;
  return <bdi>{found?.displayName || plain}</bdi>;
}

async function Description({ named }: { named: Named }) {
  const found = await named;
  if (!found?.description) return null;
  return (
    <p className="mut mt-1.5 max-w-measure">
      <bdi>{found.description}</bdi>
    </p>
  );
}

function Crumb({ to, children }: { to: string | undefined; children: ReactNode }) {
  if (to === undefined) return <span className="mut">{children}</span>;
  return (
    <Link className="mut" href={paths.accessPackage(to)}>
      {children}
    </Link>
  );
}
