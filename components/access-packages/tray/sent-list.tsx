'use client';

import { CircleQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { Cut } from '@/components/status/cut';
import { StateTag } from '@/components/status/state-tag';
import { Button, ButtonLink } from '@/components/ui/button';
import { Tag, type Tone } from '@/components/ui/tag';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import { usePersonName } from './person-words';
import { rowId, type Sent, type SentRow } from './sent-rows';
import { SentWords } from './sent-words';

interface Props {
  rows: readonly SentRow[];
  /** Requests that were not tried, because one before them was held up. */
  untried: number;
  /** Grows with every press of Send, so that the focus comes here. */
  attempt: number;
  /** Somebody else is asked for too: each row says for whom. */
  isForOthers: boolean;
  onSendAgain: (row: SentRow) => void;
  onLeave: (row: SentRow) => void;
}

/** One honest result for each request, with the focus once all have been tried. */
export default function SentList({ rows, untried, attempt, isForOthers, onSendAgain, onLeave }: Props) {
  const t = useTranslations('tray.sent');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (attempt > 0) heading.current?.focus();
  }, [attempt]);
  const sent = rows.filter((row) => row.sent.kind === 'sent').length;
  return (
    <section className="mt-6" aria-labelledby="sent-list">
      <h2 id="sent-list" tabIndex={-1} ref={heading}>
        {t('title', { sent, not: sent === 0 ? 0 : rows.length - sent + untried })}
      </h2>
      <ul className="list" aria-labelledby="sent-list">
        {rows.map((row) => (
          <SentItem key={rowId(row)} row={row} isForOthers={isForOthers} onSendAgain={onSendAgain} onLeave={onLeave} />
        ))}
      </ul>
    </section>
  );
}

function SentItem({ row, isForOthers, onSendAgain, onLeave }: { row: SentRow } & Pick<Props, 'isForOthers' | 'onSendAgain' | 'onLeave'>) {
  const t = useTranslations('tray.sent');
  const others = useTranslations('for-others');
  const nameOf = usePersonName();
  const id = useId();
  const { sent } = row;
  return (
    <li className="item one-of-many">
      <Cut packageId={row.packageId} tone={toneOf(sent)} />
      <div className="grow">
        <p className="name row wrap" id={id}>
          <bdi>{row.name || t('package')}</bdi>
          <SentTag sent={sent} />
        </p>
        <p className="sub">
          {isForOthers && <>{others.rich('forWhom', { name: () => <bdi className="b">{nameOf(row.person)}</bdi> })}. </>}
          <SentWords sent={sent} person={row.person} short />
        </p>
      </div>
      <p className="end row wrap">
        {sent.kind === 'sent' && (
          <ButtonLink size="small" variant="quiet" href={paths.request(sent.requestId)} aria-describedby={id}>
            {t('follow')}
          </ButtonLink>
        )}
        {sent.kind === 'unknown' && (
          <Button size="small" aria-describedby={id} onClick={() => onSendAgain(row)}>
            {t('again')}
          </Button>
        )}
        {sent.kind === 'error' && isRefused(sent.error) && !row.isLeft && (
          <Button size="small" variant="quiet" aria-describedby={id} onClick={() => onLeave(row)}>
            {others('leave')}
          </Button>
        )}
      </p>
    </li>
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
