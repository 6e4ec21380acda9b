'use client';

import { useTranslations } from 'next-intl';
import { Cut } from '@/components/status/cut';
import { stateLooks } from '@/components/status/state-looks';
import { StateTag } from '@/components/status/state-tag';
import { Button, ButtonLink } from '@/components/ui/button';
import { paths } from '@/lib/paths';
import type { TogetherPackage } from './together-package';

/** What of the tray is not asked for, each with its reason and the way on. */
export function LeftOut({ packages, onTakeOut }: { packages: readonly TogetherPackage[]; onTakeOut: (id: string) => void }) {
  const t = useTranslations('tray.left');
  if (packages.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="left-out">
      <h2 id="left-out">{t('title', { count: packages.length })}</h2>
      <ul className="list" aria-labelledby="left-out">
        {packages.map((each) => (
          <li key={each.id} className="item one-of-many">
            <Cut packageId={each.id} tone={each.closed ? 'over' : each.mine ? stateLooks[each.mine.tag.word].tone : undefined} />
            <div className="grow">
              <p className="name row wrap" id={`left-${each.id}`}>
                <bdi>{each.name || t('package')}</bdi>
                {!each.closed && each.mine && <StateTag {...each.mine.tag} />}
              </p>
              <p className="sub">{t(each.closed ?? each.mine?.kind ?? 'unread')}</p>
            </div>
            <p className="end row wrap">
              <WayOn of={each} />
              <Button variant="quiet" size="small" aria-describedby={`left-${each.id}`} onClick={() => onTakeOut(each.id)}>
                {t('takeOut')}
              </Button>
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
