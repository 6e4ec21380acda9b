import { getTranslations } from 'next-intl/server';
import { watchedRequests } from '@/components/requests/read-requests';
import { rowWords } from '@/components/requests/request-words';
import { handler } from '@/lib/auth/handler';
import { getFormats } from '@/lib/i18n/get-formats';

/**
 * My newest requests and those named by `?watch=<id>` as a notice would tell of them: the package's name and the state, nothing anybody
 * wrote. Contract §4.7, scope S.
 */
export const GET = handler('requestor', async ({ viewer, graph, request }) => {
  const ids = new URL(request.url).searchParams.getAll('watch').slice(0, 100);
  const [t, word, formats, rows] = await Promise.all([
    getTranslations('requests'),
    getTranslations('status.word'),
    getFormats(),
    watchedRequests(viewer, graph, ids),
  ]);
  const now = graph.now().getTime();
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    title: row.accessPackage?.displayName ?? t('unknownPackage'),
    body: t('nowIn', { state: word(rowWords(row, now, formats).word) }),
  }));
});
