'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/shell/api';
import { useFurtherPages } from '@/components/status/use-further-pages';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Live } from '@/components/ui/live';
import { useToast } from '@/components/ui/toast';
import { MOST_PEOPLE } from '@/lib/drafts/bounds';
import type { Page } from '@/lib/entitlement/access-packages';
import type { Person } from '@/lib/entitlement/people';
import { paths } from '@/lib/paths';
import type { TeamAccess } from './read-team';
import { TeamMember } from './team-member';

interface Props {
  people: readonly Person[];
  /** False: more report to the reader than are shown. */
  complete: boolean;
  /** What they have, as far as the first page tells; null where the service does not. */
  access: Page<TeamAccess> | null;
  /** Graph's now, UTC ms. */
  now: number;
}

/** The team to choose from, and what each of them has. */
export function TeamBrowser({ people, complete, access, now }: Props) {
  const t = useTranslations('team');
  const others = useTranslations('for-others');
  const router = useRouter();
  const toast = useToast();
  const further = useFurtherPages<TeamAccess>(paths.api.teamAssignments, access?.next ?? null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [pending, setPending] = useState(false);
  const held = access === null ? null : [...access.rows, ...further.rows];
  const toggle = (id: string) =>
    setChosen((before) => (before.has(id) ? new Set([...before].filter((each) => each !== id)) : new Set([...before, id])));
  const goOn = async () => {
    setPending(true);
    const named = people.filter(({ id }) => chosen.has(id)).map(toForWhom);
    const answer = await api(paths.api.trayPeople, { method: 'POST', body: { people: named } });
    if (answer.ok) return router.push(paths.accessPackages);
    setPending(false);
    toast.showError(answer.error);
  };
  const reason = chosen.size === 0 ? t('chooseFirst') : chosen.size > MOST_PEOPLE ? t('atMost', { count: MOST_PEOPLE }) : null;
  return (
    <>
      <header>
        <h1>{t('finding', { count: people.length })}</h1>
        <p className="mut">{t(held ? 'introHeld' : 'intro')}</p>
      </header>
      <section aria-label={t('title')}>
        <ul className="list" aria-label={t('title')}>
          {people.map((person) => (
            <TeamMember
              key={person.id}
              person={person}
              isChosen={chosen.has(person.id)}
              onToggle={() => toggle(person.id)}
              held={held && held.filter(({ personId }) => personId.toLowerCase() === person.id.toLowerCase())}
              isWhole={further.complete && held?.every(({ personId }) => personId !== '') === true}
              now={now}
            />
          ))}
        </ul>
        {!complete && <p className="sm mut mt-3">{t('notAll', { count: people.length })}</p>}
        {further.gap && <ErrorPanel error={further.gap} what={t('gap')} onRetry={further.retry} />}
        <Live>{t('chosen', { count: chosen.size })}</Live>
        <p className="sm mut mt-4">{others('checkedWhenSent')}</p>
        <p className="row wrap foot-act mt-6">
          <Button variant="primary" pending={pending} onClick={() => void goOn()} {...(reason === null ? {} : { reason })}>
            {t('goOn', { count: Math.max(chosen.size, 1) })}
          </Button>
        </p>
      </section>
    </>
  );
}

function toForWhom({ id, displayName, mail, userPrincipalName, isGuest }: Person) {
  return { objectId: id, displayName, email: mail || userPrincipalName, isGuest };
}
