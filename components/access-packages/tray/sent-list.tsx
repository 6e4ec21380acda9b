'use client';

import { CircleQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Cut } from '@/components/status/cut';
import { StateTag } from '@/components/status/state-tag';
import { Button, ButtonLink } from '@/components/ui/button';
import { Tag, type Tone } from '@/components/ui/tag';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import type { Sent, SentRow } from './sent-rows';
import { SentWords } from './sent-words';

interface Props {
  rows: readonly SentRow[];
  /** Grows with every press of Send, so that the focus comes here. */
  attempt: number;
  now: number;
  onSendAgain: (packageId: string) => void;
}

/** One honest result for each package, with the focus once all have been tried. */
export function SentList({ rows, attempt, onSendAgain }: Props) {
  const t = useTranslations('tray.sent');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (attempt > 0) heading.current?.focus();
  }, [attempt]);
  const count = (kind: (sent: Sent) => boolean) => rows.filter(({ sent }) => kind(sent)).length;
  const sent = count(({ kind }) => kind === 'sent');
  return (
    <section className="mt-6" aria-labelledby="sent-list">
      <h2 id="sent-list" tabIndex={-1} ref={heading}>
        {t('title', { sent, not: rows.length - sent })}
      </h2>
      <ul className="list" aria-labelledby="sent-list">
        {rows.map((row) => (
          <li key={row.packageId} className="item one-of-many">
            <Cut packageId={row.packageId} tone={toneOf(row.sent)} />
            <div className="grow">
              <p className="name row wrap" id={`sent-${row.packageId}`}>
                <bdi>{row.name || t('package')}</bdi>
                <SentTag sent={row.sent} />
              </p>
              <p className="sub">
                <SentWords sent={row.sent} short />
              </p>
            </div>
            <p className="end row wrap">
              {row.sent.kind === 'sent' && (
                <ButtonLink
                  size="small"
                  variant="quiet"
                  href={paths.request(row.sent.requestId)}
                  aria-describedby={`sent-${row.packageId}`}
                >
                  {t('follow')}
                </ButtonLink>
              )}
              {row.sent.kind === 'unknown' && (
                <Button size="small" aria-describedby={`sent-${row.packageId}`} onClick={() => onSendAgain(row.packageId)}>
                  {t('again')}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Refused by the service, or only not taken yet. */
function isRefused({ kind }: PortalError): boolean {
  return kind === 'refused' || kind === 'notFound' || kind === 'forbidden' || kind === 'alreadyRequested';
}

function toneOf(sent: Sent): Tone {
  if (sent.kind !== 'error') return sent.kind === 'unknown' ? 'ask' : 'wait';
  return isRefused(sent.error) ? 'stop' : 'ask';
}

function SentTag({ sent }: { sent: Sent }) {
  const t = useTranslations('tray.sent');
  if (sent.kind === 'sent') return <StateTag word="submitted" />;
  if (sent.kind === 'error' && isRefused(sent.error)) return <StateTag word="refused" />;
  return (
    <Tag tone={sent.kind === 'looking' ? 'wait' : 'ask'} icon={CircleQuestionMark}>
      {t(sent.kind === 'error' ? 'notSent' : 'lost')}
    </Tag>
  );
}
