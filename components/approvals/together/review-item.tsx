'use client';

import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/people/avatar';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Tag } from '@/components/ui/tag';
import type { Question } from '@/lib/entitlement/questions';
import { paths } from '@/lib/paths';
import { Answers } from '../answers';
import { Period } from '../period';
import type { Ready } from './parts';

interface Props {
  ready: Ready;
  /** As far as they could be read. */
  questions: readonly Question[];
  isOpened: boolean;
  now: number;
  /** Its own words, what came of it, or the way to leave it out. */
  children: ReactNode;
}

/** One request's essentials, in as much room as they need: who, for whom, what, how long, why, what was answered. */
export function ReviewItem({ ready: { row, standing }, questions, isOpened, now, children }: Props) {
  const t = useTranslations('approvals');
  const { asked, createdDateTime, accessPackage, target } = row;
  return (
    <li className="review-row">
      <Avatar name={row.requestor ?? ''} guest={row.isGuest} />
      <div className="grow">
        <p>
          <Link className="b" href={paths.approval(row.id)} prefetch={false}>
            <bdi>{row.requestor ?? t('somebody')}</bdi>
          </Link>{' '}
          {target !== null && t.rich('rowFor', { name: () => <bdi>{target}</bdi> })}
          {row.isGuest && t('rowGuest')}{' '}
          {!isOpened && (
            <Tag bare tone="ask" icon={EyeOff}>
              {t('together.notOpened')}
            </Tag>
          )}
        </p>
        <p className="sm">
          <bdi>{accessPackage?.name ?? t('unknownPackage')}</bdi>
          {t('together.dot')}
          <Period schedule={asked.schedule} now={now} />
        </p>
        <p className="xs mut">
          {createdDateTime === null
            ? t('sentJustNow')
            : t.rich('sent', { when: () => <RelativeTime value={createdDateTime} now={now} within /> })}
          {standing.stages > 1 && (
            <>
              {t('together.dot')}
              {t('stageIsYours', { stage: standing.stage, stages: standing.stages })}
            </>
          )}
        </p>
        <p className="sm said review-why" dir="auto">
          {asked.justification ?? t('noReason')}
        </p>
        <Answers answers={asked.answers} questions={questions} />
        {children}
      </div>
    </li>
  );
}
