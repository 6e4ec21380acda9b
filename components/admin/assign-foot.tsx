'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFormats } from '@/lib/i18n/use-formats';
import type { ChosenPerson } from '@/components/people/people-field';
import { Button } from '@/components/ui/button';
import type { ChosenPackage } from './package-field';

interface AssignFootProps {
  people: readonly ChosenPerson[];
  accessPackage: ChosenPackage | null;
  /** yyyy-mm-dd or empty. */
  startDay: string;
  endDay: string;
  now: number;
  asksSomething: boolean;
  pending: boolean;
  blocked: string | undefined;
  children: ReactNode;
}

/** One sentence of what will happen, and the one primary. */
export function AssignFoot({ people, accessPackage, startDay, endDay, now, asksSomething, pending, blocked, children }: AssignFootProps) {
  const t = useTranslations('admin');
  const formats = useFormats();
  const [first] = people;
  return (
    <div className="send">
      <p className="grow">
        {first && accessPackage ? (
          <>
            {t.rich('sentence', {
              b: (chunks) => (
                <b className="b">
                  <bdi>{chunks}</bdi>
                </b>
              ),
              count: people.length,
              name: first.name,
              package: accessPackage.name,
              until: endDay ? formats.day(endDay, now) : 'none',
            })}{' '}
            <span className="mut">
              {startDay && t('sentenceStart', { day: formats.day(startDay, now) })}{' '}
              {people.length > 1 && asksSomething && t('sameAnswers', { count: people.length })}
            </span>
          </>
        ) : (
          <span className="mut">{t('sentenceEmpty')}</span>
        )}
      </p>
      {children}
      <Button type="submit" variant="primary" pending={pending} pendingLabel={t('sending')} {...(blocked ? { reason: blocked } : {})}>
        {t('assign')}
      </Button>
    </div>
  );
}
