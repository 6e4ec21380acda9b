import { useTranslations } from 'next-intl';
import { Lock } from '@/components/status/lock';
import { StateTag } from '@/components/status/state-tag';
import { RelativeTime } from '@/components/ui/relative-time';
import { isOpen } from '@/lib/entitlement/request-states';
import type { Graph } from '@/lib/graph/graph';
import { useFormats } from '@/lib/i18n/use-formats';
import { myAccessUrl } from '@/lib/my-access';
import { signatureOf } from './follow-request';
import { isBySystem } from './request-groups';
import { RequestActions } from './request-actions';
import type { RequestRow } from './request-row';
import { requestStory } from './request-story';
import { askingOf, rowWords } from './request-words';
import { RequestWatch } from './request-watch';
import { SupportDetails } from './support-details';
import { useSay } from './use-say';
import { WhatHappened } from './what-happened';
import { WhatWasSent } from './what-was-sent';

/** The request as it stands: answer first, then the lock, what has happened, what was sent. */
export function RequestPage({ row, graph, oid }: { row: RequestRow; graph: Graph; oid: string }) {
  const t = useTranslations('requests');
  const others = useTranslations('asked-for-others');
  const status = useTranslations('status.word');
  const formats = useFormats();
  const now = graph.now().getTime();
  const myAccess = myAccessUrl(row.accessPackage?.id);
  const asking = askingOf(row, oid, t('someoneElse'));
  const theirs = asking?.kind === 'forThem' ? asking.name : null;
  const say = useSay(myAccess, theirs);
  const words = rowWords(row, now, formats);
  const story = requestStory(row, now, formats, asking);
  return (
    <>
      <header className="row head-row">
        <div className="grow">
          <p className="row wrap">
            <StateTag word={words.word} />
            <span className="sm mut">
              <When row={row} now={now} />
            </span>
          </p>
          <h1>
            <bdi>{row.accessPackage?.displayName ?? t('unknownPackage')}</bdi>
          </h1>
          {asking && row.requestor && row.target && (
            <p className="sm">
              {others.rich('twoNames', {
                by: () => <bdi className="b">{row.requestor?.displayName || row.requestor?.email}</bdi>,
                target: () => <bdi className="b">{row.target?.displayName || row.target?.email}</bdi>,
              })}
            </p>
          )}
          <p className="mut">{say(story.next)}</p>
        </div>
        <p className="row only-wide">
          <RequestActions row={row} myAccess={myAccess} isTheirs={theirs !== null} now={now} size="small" />
        </p>
      </header>
      {story.pins.length > 0 && (
        <Lock steps={story.pins.map((pin) => ({ state: pin.state, label: say(pin.label), text: pin.text && say(pin.text) }))} />
      )}
      <div className="cols">
        <section aria-labelledby="happened">
          <h2 id="happened">{t('happened')}</h2>
          <WhatHappened steps={story.steps} myAccess={myAccess} theirs={theirs} />
          <RequestWatch
            id={row.id}
            signature={signatureOf({ kind: 'request', row })}
            state={status(words.word)}
            sight={{ state: row.state, title: row.accessPackage?.displayName ?? t('unknownPackage') }}
            watching={isOpen(row)}
          />
        </section>
        {isBySystem(row) ? (
          <aside aria-label={t('details.title')}>
            <SupportDetails row={row} />
          </aside>
        ) : (
          <aside aria-labelledby="sent">
            <WhatWasSent row={row} graph={graph} now={now} oid={oid} />
            <SupportDetails row={row} />
          </aside>
        )}
      </div>
      <p className="foot-act only-narrow">
        <RequestActions row={row} myAccess={myAccess} isTheirs={theirs !== null} now={now} />
      </p>
    </>
  );
}

/** When it was sent, or when it came to its end. */
function When({ row, now }: { row: RequestRow; now: number }) {
  const t = useTranslations('requests');
  const formats = useFormats();
  const { createdDateTime: sent, completedDateTime: ended } = row;
  if (ended !== null) return <RelativeTime value={ended} now={now} />;
  if (isBySystem(row)) return sent === null ? null : <RelativeTime value={sent} now={now} />;
  if (sent === null) return t('step.justNow');
  return (
    <time dateTime={sent} title={formats.instant(sent)}>
      {t('sentAt', { ...formats.dayWhen(sent, now), time: formats.time(sent) })}
    </time>
  );
}
