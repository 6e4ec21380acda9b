'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/shell/api';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import type { Question } from '@/lib/entitlement/questions';
import type { ApprovalRow } from '../approval-row';
import type { StageLook } from '../read-stages';

const MOST_ASKED = 20;

/** Which stage of each chosen request is mine, and what was asked there; read 20 at a time, each once. */
export function useStages(rows: readonly ApprovalRow[]) {
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  const [looks, setLooks] = useState<ReadonlyMap<string, StageLook>>(new Map());
  const [failed, setFailed] = useState<PortalError | null>(null);
  const [next, setNext] = useState(0);
  const missing = rows.filter(({ id }) => !looks.has(id)).slice(0, MOST_ASKED);
  const answered = missing.filter(({ asked }) => asked.answers.length > 0);
  const packageIds = [...new Set(answered.flatMap(({ accessPackage }) => accessPackage?.id ?? []))];
  const ids = missing.map(({ id }) => id);
  const asked = failed || ids.length === 0 ? '' : paths.api.approvalStages(ids, packageIds);
  useEffect(() => {
    if (asked === '') return;
    const stop = new AbortController();
    const read = async () => {
      const answer = await api<{ rows: StageLook[]; questions: Question[] }>(asked, { signal: stop.signal });
      if (stop.signal.aborted) return;
      if (!answer.ok) return setFailed(answer.error);
      setLooks((before) => new Map([...before, ...answer.value.rows.map((look) => [look.id, look] as const)]));
      setQuestions((before) => [...before, ...answer.value.questions]);
    };
    // Rejects only when it is stopped.
    read().catch(() => undefined);
    return () => stop.abort();
  }, [asked, next]);
  const retry = () => {
    setFailed(null);
    setNext((count) => count + 1);
  };
  return { looks, questions, failed, retry };
}
