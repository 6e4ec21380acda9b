'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useRef } from 'react';
import { api } from '@/components/shell/api';
import { idsOnScreen } from '@/components/status/on-screen';
import { usePoll } from '@/components/status/use-poll';
import { useToast } from '@/components/ui/toast';
import { listOf } from '@/lib/i18n/list';
import { paths } from '@/lib/paths';
import { movesOf, type Watched } from './moves';
import { onItsWayRows } from './stands-at';

/** Pages of the list that one look walks at most: Home is a first glance, the list of requests follows further. */
const mostPages = '3';

/** Looks after what is on its way and on the screen, draws Home anew when something moved, and says what did. */
export function HomeWatch({ open }: { open: readonly Watched[] }) {
  const t = useTranslations('home');
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const told = useRef(new Set<string>());
  const signature = open.map(({ id, stands }) => `${id} ${stands}`).join();
  usePoll(
    async (signal) => {
      const near = idsOnScreen(document.getElementById(onItsWayRows), window.innerHeight);
      const watched = open.filter(({ id }) => near.has(id));
      if (watched.length === 0) return;
      const query = new URLSearchParams([['pages', mostPages], ...watched.map(({ id }) => ['watch', id])]);
      const answer = await api<{ rows: { id: string; rawState: string; rawStatus: string }[] }>(`${paths.api.requests}?${query}`, {
        signal,
      });
      if (signal.aborted || !answer.ok) return;
      const { moved, news } = movesOf(watched, answer.value.rows, told.current);
      if (news.length > 0) {
        const names = news.map(({ name }) => name ?? t('unnamed'));
        // Said by what outlives the new drawing.
        toast.show({ text: t('onItsWay.moved', { list: listOf(names, locale), count: news.length }) });
      }
      if (moved.length > 0) router.refresh();
    },
    open.length > 0,
    signature,
  );
  return null;
}
