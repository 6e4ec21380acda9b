import { getTranslations } from 'next-intl/server';
import { endCalendar, withEnd } from '@/components/assignments/end-calendar';
import { handler } from '@/lib/auth/handler';
import { config } from '@/lib/config';
import { allMyAssignments } from '@/lib/entitlement/assignments';
import { getFormats } from '@/lib/i18n/get-formats';
import { paths } from '@/lib/paths';
import { PortalFault } from '@/lib/portal-error';

/**
 * The ends of what I hold as a calendar file, or one of them (`?assignment=<id>`). Read to the end or refused: a file with a part of the ends
 * would pass for all. Contract §4.6, scope S.
 */
export const GET = handler(
  'requestor',
  async ({ graph, request }) => {
    const wanted = assignmentOf(request)?.toLowerCase();
    const [t, formats, all] = await Promise.all([getTranslations('calendar'), getFormats(), allMyAssignments(graph)]);
    const now = graph.now().getTime();
    const ends = withEnd(all, now).filter(({ id }) => wanted === undefined || id.toLowerCase() === wanted);
    if (ends.length === 0) throw new PortalFault({ kind: 'notFound' });
    const text = endCalendar(ends, {
      words: {
        title: (name) => t('event', { name }),
        text: (when, address) => t('text', { when, address }),
        unknownPackage: t('unknownPackage'),
      },
      formats,
      origin: config().origin,
      path: paths.assignments,
      now,
    });
    return new Response(text, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="${wanted === undefined ? 'latchkey-ends' : 'latchkey-end'}.ics"`,
        'cache-control': 'private, no-store',
      },
    });
  },
  {
    isSearch: true,
    refusedTo: (error, request) =>
      error.kind === 'signedOut' ? paths.signIn(paths.assignments) : paths.calendarRefused(error.kind, assignmentOf(request) ?? null),
  },
);

function assignmentOf(request: Request): string | undefined {
  return new URL(request.url).searchParams.get('assignment')?.slice(0, 200) ?? undefined;
}
