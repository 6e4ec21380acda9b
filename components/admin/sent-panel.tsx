'use client';

import { CircleQuestionMark, Mail, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormats } from '@/lib/i18n/use-formats';
import { Avatar } from '@/components/people/avatar';
import { ConsentNote } from '@/components/shell/consent-note';
import { StateTag } from '@/components/status/state-tag';
import { useErrorWords } from '@/components/ui/error-words';
import { Tag } from '@/components/ui/tag';
import { isRefusal, refusalWords } from './admin-view';
import { SentTag } from './sent-tag';
import type { SentAssignment } from './use-assigning';

/** What was sent from this page, each followed until it is true. */
export function SentPanel({ sent }: { sent: readonly SentAssignment[] }) {
  const t = useTranslations('admin');
  return (
    <section aria-label={t('sentTitle')} className="sent-panel">
      <h2 className="h2">{t('sentTitle')}</h2>
      {sent.length === 0 ? (
        <p className="sm mut">{t('sentNone')}</p>
      ) : (
        <ul className="follow" aria-live="polite">
          {sent.map((entry) => (
            <li key={entry.key}>
              {entry.person && !entry.person.objectId ? (
                <Mail className="i s mut" aria-hidden="true" />
              ) : (
                <Avatar name={nameOf(entry) ?? ''} guest={entry.person?.isGuest ?? false} size="sm" />
              )}
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
      )}
      {sent.some(({ outcome }) => outcome !== null) && (
        <p className="xs faint row">
          <RotateCw className="i s" aria-hidden="true" />
          {t('sentFollowed')}
        </p>
      )}
    </section>
  );
}

/** Who it was sent for: as chosen here, or as the request tells; null where it does not. */
function nameOf({ person, request }: SentAssignment): string | null {
  return person?.name ?? (request?.target?.displayName || request?.target?.email || null);
}

function Entry({ entry }: { entry: SentAssignment }) {
  const t = useTranslations('admin');
  const formats = useFormats();
  const errors = useErrorWords();
  const refused = entry.error !== null && isRefusal(entry.error);
  const neverSent = entry.error === null && entry.outcome === null;
  const text = entry.error
    ? refused
      ? t(refusalWords(entry.error))
      : t('notTaken', { ...errors(entry.error) })
    : entry.outcome?.state === 'unknown'
      ? t('resultUnknown')
      : entry.outcome?.state === 'sending'
        ? t('resultSending')
        : entry.stale
          ? t('followStale', { time: entry.lookedAt ? formats.time(entry.lookedAt) : 'none' })
          : neverSent
            ? t('neverSent')
            : (entry.packageName ?? entry.request?.accessPackage?.displayName ?? t('somePackage'));
  return (
    <div>
      <p className="row wrap">
        <b className="b grow">
          <bdi>{nameOf(entry) ?? t('unnamed')}</bdi>
        </b>
        {refused && <StateTag word="refused" bare />}
        {(neverSent || (entry.error && !refused)) && (
          <Tag tone="ask" icon={CircleQuestionMark} bare>
            {entry.error?.kind === 'unknownOutcome' ? t('lost') : t('notSent')}
          </Tag>
        )}
        {entry.outcome && <SentTag sent={{ outcome: entry.outcome, request: entry.request, lookedAt: entry.lookedAt }} />}
      </p>
      <p className="mut xs">
        <bdi>{text}</bdi>
      </p>
      {entry.error?.kind === 'consentRequired' && <ConsentNote scope={entry.error.scope} />}
    </div>
  );
}
