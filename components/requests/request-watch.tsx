'use client';

import { RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { api } from '@/components/shell/api';
import type { Sight } from '@/components/shell/notices/news';
import { NoticeChoice } from '@/components/shell/notices/notice-choice';
import { useHeed } from '@/components/shell/notices/use-heed';
import { usePoll } from '@/components/status/use-poll';
import { paths } from '@/lib/paths';

interface RequestWatchProps {
  id: string;
  /** What the page shows; a different one from the server draws it anew. */
  signature: string;
  /** The state in words, said aloud when it changes. */
  state: string;
  /** What a notice would tell; absent while Microsoft does not list it. */
  sight?: Pick<Sight, 'state' | 'title'>;
  watching: boolean;
}

/** Looks for changes by itself, draws the page anew when there is one, and says so. */
export function RequestWatch({ id, signature, state, sight, watching }: RequestWatchProps) {
  const t = useTranslations('requests');
  const router = useRouter();
  const [checked, setChecked] = useState(0);
  const [failed, setFailed] = useState(false);
  const [first] = useState(state);
  useHeed(() => (sight ? [{ ...sight, id, body: t('nowIn', { state }) }] : []), signature);
  usePoll(
    async (signal) => {
      const answer = await api<{ signature: string }>(paths.api.request(id), { signal });
      if (signal.aborted) return;
      setFailed(!answer.ok);
      if (!answer.ok) return;
      setChecked((count) => count + 1);
      if (answer.value.signature !== signature) router.refresh();
    },
    watching,
    signature,
  );
  return (
    <>
      <p role="status" className="vh">
        {state === first ? '' : t('nowIn', { state })}
      </p>
      {watching && sight && <NoticeChoice />}
      {watching && (
        <p className="xs faint row">
          <RotateCw className="i s" aria-hidden="true" />
          {failed ? t('checkFailed') : t('watching')} {!failed && <Since key={checked} />}
        </p>
      )}
    </>
  );
}

/** "Checked 4 seconds ago", counted from when it was drawn. */
function Since() {
  const t = useTranslations('requests');
  const [seconds, setSeconds] = useState(0);
  const start = useRef(0);
  useEffect(() => {
    start.current = performance.now();
    const timer = setInterval(() => setSeconds(Math.round((performance.now() - start.current) / 1000)), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds < 60 ? t('checked', { seconds }) : t('checkedMinutes', { minutes: Math.floor(seconds / 60) });
}
