import { getLocale, getTranslations } from 'next-intl/server';
import { Cut } from '@/components/status/cut';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import type { Suggestion, SuggestionReason } from '@/lib/entitlement/suggestions';
import { getFormats } from '@/lib/i18n/get-formats';
import { listOf } from '@/lib/i18n/list';
import { paths } from '@/lib/paths';
import { mySuggestions } from './session-suggestions';
import { reasonWords } from './suggested-words';

/** More are a list of their own, and the list below has them all. */
const MOST = 3;

/** What Graph suggests, each with its reasons; nothing where there is nothing. `now` is Graph's, UTC ms. */
export async function Suggested({ list, now }: { list: readonly Suggestion[]; now: number }) {
  const t = await getTranslations('suggestions');
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="suggested" className="mt-6 mb-8">
      <div className="sect">
        <h2 className="h2" id="suggested">
          {t('title')}
        </h2>
      </div>
      <ul className="list" aria-labelledby="suggested">
        {list.slice(0, MOST).map(({ accessPackage: { id, displayName }, reasons }) => (
          <li key={id} className="item">
            <Cut packageId={id} />
            <div>
              <p className="name" id={`suggested-${id}`}>
                <Link href={paths.accessPackage(id)}>
                  <bdi>{displayName}</bdi>
                </Link>
              </p>
              {reasons.map((reason) => (
                <p className="sm mut" key={reason.kind}>
                  <Reason reason={reason} now={now} />
                </p>
              ))}
            </div>
            <p className="end only-wide">
              <ButtonLink variant="quiet" size="small" href={paths.requestForm(id)} aria-describedby={`suggested-${id}`}>
                {t('request')}
              </ButtonLink>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function Reason({ reason, now }: { reason: SuggestionReason; now: number }) {
  const [t, formats, locale] = await Promise.all([getTranslations('suggestions'), getFormats(), getLocale()]);
  const words = reasonWords(reason, (instant) => formats.day(instant, now));
  if (words.key !== 'named') return t(words.key, { ...words });
  const names = listOf([...words.names, ...(words.others > 0 ? [t('others', { count: words.others })] : [])], locale);
  return <bdi>{t('named', { count: words.count, names })}</bdi>;
}

/** The same for a page that has not asked Graph for anything of it yet. */
export async function SuggestedToMe() {
  const viewer = await requireViewer();
  const graph = await graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite');
  return <Suggested list={await mySuggestions(viewer, graph)} now={graph.now().getTime()} />;
}
