import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { shownValues } from '@/components/questions/shown-values';
import { SkeletonLine } from '@/components/ui/skeleton';
import { policyRequirements } from '@/lib/entitlement/policies';
import { localized, type Question } from '@/lib/entitlement/questions';
import { endDay } from '@/lib/entitlement/end-day';
import type { Graph } from '@/lib/graph/graph';
import type { Formats } from '@/lib/i18n/formats';
import { useFormats } from '@/lib/i18n/use-formats';
import { outcomeOf } from '@/lib/portal-error';
import { isRemoval } from './request-groups';
import type { RequestRow } from './request-row';
import { say, type Words } from './phrases';
import { askingOf } from './request-words';
import { useSay } from './use-say';

/** Reason, answers beside their questions, period: what the request was sent with. */
export function WhatWasSent({ row, graph, now, oid }: { row: RequestRow; graph: Graph; now: number; oid: string }) {
  const t = useTranslations('requests.sent');
  const others = useTranslations('asked-for-others');
  const requests = useTranslations('requests');
  const saying = useSay(null);
  const formats = useFormats();
  const asking = askingOf(row, oid, requests('someoneElse'));
  return (
    <>
      <h2 id="sent">{t(asking?.kind === 'forMe' ? 'titleTheirs' : 'title')}</h2>
      <dl className="facts one">
        {asking && (
          <>
            <dt>{t('byWhom')}</dt>
            <dd>
              <bdi>{asking.kind === 'forMe' ? asking.name : row.requestor?.displayName || others('you')}</bdi>
            </dd>
            <dt>{t('forWhom')}</dt>
            <dd>
              <bdi>{asking.kind === 'forThem' ? asking.name : row.target?.displayName || others('you')}</bdi>
            </dd>
          </>
        )}
        <dt>{t('why')}</dt>
        <dd className={row.justification ? 'said' : 'mut'}>{row.justification ? <bdi>{row.justification}</bdi> : t('noReason')}</dd>
        {row.answers.length > 0 && (
          <Suspense fallback={<AnswersWaiting count={row.answers.length} />}>
            <Answers row={row} graph={graph} />
          </Suspense>
        )}
        {!isRemoval(row) && (
          <>
            <dt>{t('period')}</dt>
            <dd>{saying(periodWords(row, now, formats))}</dd>
          </>
        )}
      </dl>
      {row.schedule?.startDateTime && <p className="xs faint">{t('zone', { zone: formats.zoneName(now) })}</p>}
    </>
  );
}

/** The asked period in words; a request without dates asked for its policy's usual one. */
export function periodWords(row: Pick<RequestRow, 'schedule'>, now: number, formats: Formats): Words {
  const start = row.schedule?.startDateTime ? formats.day(row.schedule.startDateTime, now) : null;
  const expiration = row.schedule?.expiration ?? { kind: 'unspecified' as const };
  switch (expiration.kind) {
    case 'until': {
      const end = formats.day(endDay(expiration.endDateTime, formats.timeZone), now);
      return start ? say('sent.fromUntil', { start, end }) : say('sent.until', { end });
    }
    case 'for': {
      const duration = formats.duration(expiration.duration);
      return start ? say('sent.fromFor', { start, duration }) : say('sent.for', { duration });
    }
    case 'never':
      return start ? say('sent.from', { start }) : say('sent.noEnd');
    case 'unspecified':
      return start ? say('sent.from', { start }) : say('sent.usualPeriod');
  }
}

/** Questions in the reader's language stand in the requirements; where they cannot be read, what Graph kept with the answer. */
async function Answers({ row, graph }: { row: RequestRow; graph: Graph }) {
  const [t, locale, read] = await Promise.all([
    getTranslations('questions'),
    getLocale(),
    row.accessPackage ? outcomeOf(policyRequirements(graph, row.accessPackage.id)) : null,
  ]);
  const policies = read?.ok ? read.value : [];
  const questions = new Map<string, Question>(policies.flatMap((policy) => policy.questions).map((question) => [question.id, question]));
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  return row.answers.map((answer, index) => {
    const question = questions.get(answer.questionId);
    const text = question ? localized(question.text, locale) : answer.questionText;
    return (
      // Old answers may come without a question id.
      <div key={answer.questionId || index} className="pairing">
        <dt>
          <bdi>{text ?? t('unknownQuestion')}</bdi>
        </dt>
        <dd className="said">
          <bdi>{answer.values.length > 0 ? list.format(shownValues(answer, question, locale)) : t('noAnswerGiven')}</bdi>
        </dd>
      </div>
    );
  });
}

function AnswersWaiting({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className="pairing" aria-hidden="true">
      <dt>
        <SkeletonLine width="50%" />
      </dt>
      <dd>
        <SkeletonLine width="80%" />
      </dd>
    </div>
  ));
}
