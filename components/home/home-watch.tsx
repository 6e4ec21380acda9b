'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { api } from '@/components/shell/api';
import { usePoll } from '@/components/status/use-poll';
import { useToast } from '@/components/ui/toast';
import { paths } from '@/lib/paths';
import { standsAt } from './stands-at';

/** What Home shows of a request that moves without the reader. */
export interface Watched {
  id: string;
  /** From standsAt. */
  stands: string;
  /** Null where Graph did not tell it. */
  name: string | null;
}

/** Ids asked for at most in one look: an address has its limits. */
const mostWatched = 100;

/** Looks after what is on its way, draws Home anew when something moved, and says what did. */
export function HomeWatch({ open }: { open: readonly Watched[] }) {
  const t = useTranslations('home');
  const router = useRouter();
  const toast = useToast();
  const signature = open.map(({ id, stands }) => `${id} ${stands}`).join();
  usePoll(
    async (signal) => {
      const query = new URLSearchParams(open.slice(0, mostWatched).map(({ id }) => ['watch', id]));
      const answer = await api<{ rows: { id: string; rawState: string; rawStatus: string }[] }>(`${paths.api.requests}?${query}`, {
        signal,
      });
      if (signal.aborted || !answer.ok) return;
      const now = new Map(answer.value.rows.map((row) => [row.id, standsAt(row)]));
      const changed = open.filter(({ id, stands }) => (now.get(id) ?? stands) !== stands);
      if (changed.length === 0) return;
      // Said by what outlives the new drawing.
      toast.show({
        text: t('onItsWay.moved', { list: changed.map(({ name }) => name ?? t('unnamed')).join(', '), count: changed.length }),
      });
      router.refresh();
    },
    open.length > 0,
    signature,
  );
  return null;
}
