'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/shell/api';
import type { Person } from '@/lib/entitlement/people';
import { paths } from '@/lib/paths';
import type { Result } from '@/lib/portal-error';
import type { ForWhom } from './pairs';

type Team = Result<{ people: ForWhom[]; complete: boolean }>;

/** My direct reports, read once the list is opened; null while they are. */
export function useReports(): { team: Team | null; retry: () => void } {
  const [team, setTeam] = useState<Team | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    api<{ people: Person[]; complete: boolean }>(paths.api.reports, { signal: leaving.signal }).then(
      (answer) => setTeam(answer.ok ? { ok: true, value: { ...answer.value, people: answer.value.people.map(toForWhom) } } : answer),
      () => undefined,
    );
    return () => leaving.abort();
  }, [round]);
  const retry = () => {
    setTeam(null);
    setRound((before) => before + 1);
  };
  return { team, retry };
}

function toForWhom({ id, displayName, mail, userPrincipalName, isGuest }: Person): ForWhom {
  return { objectId: id, displayName, email: mail || userPrincipalName, isGuest };
}
