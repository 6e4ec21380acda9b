'use client';

import { useTranslations } from 'next-intl';
import { Cut } from '@/components/status/cut';
import { Button, ButtonLink } from '@/components/ui/button';
import { paths } from '@/lib/paths';
import type { TogetherPackage } from './together-package';

interface Props {
  packages: readonly TogetherPackage[];
  /** Whether it is asked for, for others at least. */
  isOpen: (id: string) => boolean;
  /** Absent where it is all there is. */
  onTakeOut: ((id: string) => void) | undefined;
}

/** What is not asked for, or not for the reader, each with its reason and the way on. */
export function LeftOut({ packages, isOpen, onTakeOut }: Props) {
  const t = useTranslations('tray.left');
  const others = useTranslations('for-others');
  if (packages.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="left-out">
      <h2 id="left-out">{t('title', { count: packages.length })}</h2>
      <ul className="list" aria-labelledby="left-out">
        {packages.map((each) => (
          <li key={each.id} className="item one-of-many">
            <Cut packageId={each.id} tone={each.closed ? 'over' : each.mine?.tone} />
            <div className="grow">
              <p className="name row wrap" id={`left-${each.id}`}>
                <bdi>{each.name || t('package')}</bdi>
                {!each.closed && each.mine?.tag}
              </p>
              <p className="sub">
                {t(each.closed ?? each.mine?.kind ?? 'unread')} {isOpen(each.id) && others('notForYou')}
              </p>
            </div>
            <p className="end row wrap">
              <WayOn of={each} />
              {onTakeOut && !isOpen(each.id) && (
                <Button variant="quiet" size="small" aria-describedby={`left-${each.id}`} onClick={() => onTakeOut(each.id)}>
                  {t('takeOut')}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WayOn({ of: { id, closed, mine } }: { of: TogetherPackage }) {
  const t = useTranslations('tray.left');
  const [to, words] =
    closed === null && mine
      ? [mine.to, t(mine.kind === 'held' ? 'seeHeld' : 'follow')]
      : closed === 'unread'
        ? [null, '']
        : [paths.accessPackage(id), t('seePackage')];
  if (to === null) return null;
  return (
    <ButtonLink size="small" variant="quiet" href={to} aria-describedby={`left-${id}`}>
      {words}
    </ButtonLink>
  );
}
