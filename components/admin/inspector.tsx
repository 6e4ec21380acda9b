'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Assignment } from '@/lib/entitlement/assignments';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import { useFormats } from '@/lib/i18n/use-formats';
import { Avatar } from '@/components/people/avatar';
import { endingWords } from '@/components/status/ending-words';
import { StateTag } from '@/components/status/state-tag';
import { Cut } from '@/components/status/cut';
import { Term } from '@/components/status/term';
import { Button } from '@/components/ui/button';
import { actionsFor } from './admin-view';
import type { KeptChange } from './kept-change';
import { RemoveDialog } from './remove-dialog';
import { SentNote } from './sent-note';
import { SentTag } from './sent-tag';
import { UpdateForm } from './update-form';
import type { SentChange } from './use-sent';

export type OnSent = (assignmentId: string, intent: SentChange['intent'], outcome: SubmissionOutcome) => void;

interface InspectorProps {
  assignment: Assignment;
  /** Graph's now, UTC ms. */
  now: number;
  sent: SentChange | null;
  /** What was being changed when a sign-in came between. */
  kept: KeptChange | null;
  onSent: OnSent;
  /** What was kept has been sent, or its form closed: it is not brought back again. */
  onKeptOver: () => void;
  onClose: () => void;
}

/** One assignment beside the table: what is true, then what one can do about it. Takes the focus when it opens, Escape closes it. */
export function Inspector({ assignment, now, sent, kept, onSent, onKeptOver, onClose }: InspectorProps) {
  const t = useTranslations('admin');
  const formats = useFormats();
  const [doing, setDoing] = useState<'end' | 'answers' | 'remove' | null>(kept?.part ?? null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // What was pressed goes away or sleeps once a change is sent or its form closed: the focus goes to whose access it is. A dialog that is
  // only closed gives it back to its opener.
  const [landings, setLandings] = useState(0);
  useEffect(() => {
    if (landings > 0) heading.current?.focus();
  }, [landings]);
  const done = () => {
    setDoing(null);
    setLandings((count) => count + 1);
    onKeptOver();
  };
  const escaped = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && doing === null) onClose();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => escaped(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const name = assignment.target?.displayName || assignment.target?.email || t('unnamed');
  const packageName = assignment.accessPackage?.displayName ?? t('somePackage');
  const ending = endingWords(assignment, now, formats);
  const may = actionsFor(assignment);
  const waits =
    sent !== null &&
    sent.outcome.state !== 'unknown' &&
    (!sent.request || !['delivered', 'denied', 'canceled', 'deliveryFailed'].includes(sent.request.state));
  return (
    <aside className="insp" aria-label={t('details')}>
      <div className="row insp-head">
        <Avatar name={name} />
        <div className="grow">
          <h2 ref={heading} tabIndex={-1}>
            <bdi>{name}</bdi>
          </h2>
          <p className="sm mut">
            <bdi dir="ltr">{assignment.target?.email}</bdi>
          </p>
        </div>
        <Button variant="quiet" size="small" className="icon" aria-label={t('close')} onClick={onClose}>
          <X className="i" aria-hidden="true" />
        </Button>
      </div>
      <hr />
      <p className="row">
        {assignment.accessPackage && <Cut packageId={assignment.accessPackage.id} tone={ending.tone} />}
        <b className="b">
          <bdi>{packageName}</bdi>
        </b>
      </p>
      <p className="row sm insp-state">{sent ? <SentTag sent={sent} /> : <StateTag word={ending.word} values={ending.values} bare />}</p>
      {assignment.startDateTime && assignment.endDateTime && (
        <Term
          start={Date.parse(assignment.startDateTime)}
          end={Date.parse(assignment.endDateTime)}
          now={now}
          tone={ending.tone === 'ask' ? 'ask' : assignment.state === 'expired' ? 'over' : 'open'}
        />
      )}
      {sent && <SentNote sent={sent} />}
      {doing === 'end' || doing === 'answers' ? (
        <UpdateForm
          assignment={assignment}
          part={doing}
          now={now}
          kept={kept?.part === doing ? kept.values : null}
          onSent={onSent}
          onClose={done}
        />
      ) : may === 'change' ? (
        <div className="row wrap insp-acts">
          <Button size="small" disabled={waits} onClick={() => setDoing('end')}>
            {t('changeEnd')}
          </Button>
          <Button size="small" disabled={waits} onClick={() => setDoing('answers')}>
            {t('changeAnswers')}
          </Button>
          <Button size="small" disabled={waits} onClick={() => setDoing('remove')}>
            {t('remove')}
          </Button>
        </div>
      ) : (
        <p className="sm mut">{may === 'over' ? t('endedNoAction') : t('settingUpNoAction')}</p>
      )}
      <hr />
      <dl className="facts">
        <dt>{t('policy')}</dt>
        <dd>
          <bdi>{assignment.policyDisplayName ?? t('notTold')}</bdi>
        </dd>
        <dt>{t('since')}</dt>
        <dd>{assignment.startDateTime ? formats.instant(assignment.startDateTime) : t('notTold')}</dd>
        <dt>{t('until')}</dt>
        <dd>{ending.endDay ? formats.weekdayDay(ending.endDay, now) : ending.end === 'never' ? t('noEnd') : t('notTold')}</dd>
        <dt>{t('graphState')}</dt>
        <dd>
          <bdi dir="ltr" className="code">
            {assignment.rawState}
            {assignment.rawStatus && ` · ${assignment.rawStatus}`}
          </bdi>
        </dd>
      </dl>
      {doing === 'remove' && (
        <RemoveDialog assignment={assignment} now={now} onSent={onSent} onClose={() => setDoing(null)} onDone={done} />
      )}
    </aside>
  );
}
