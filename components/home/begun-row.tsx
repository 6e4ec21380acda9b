import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { listOf } from '@/lib/i18n/list';
import { DiscardButton } from './discard-button';
import type { Waiting } from './home-view';
import { WaitingItem } from './waiting-item';

/** A form that was begun: go on, or forget it. */
export function DraftRow({ row }: { row: Extract<Waiting, { kind: 'draft' }> }) {
  const t = useTranslations('home.waiting');
  const own = useTranslations('drafts.home');
  const unnamed = useTranslations('home')('unnamed');
  const name = row.of.name ?? unnamed;
  return (
    <WaitingItem
      row={row}
      word="draft"
      words={t('draft')}
      rest={
        <>
          {row.isForOthers && `${own('forOthers')} `}
          {row.left && `${own('left', { ...row.left })} `}
          {t('draftKept', { ...row.when })}
        </>
      }
      action={
        <>
          <ButtonLink size="small" href={row.href} aria-label={t('continueNamed', { name })}>
            {t('continue')}
          </ButtonLink>
          <DiscardButton draftKey={row.key} name={name} isTray={false} />
        </>
      }
    />
  );
}

/** Packages chosen to be asked for together, with what their page holds. */
export function TrayRow({ row }: { row: Extract<Waiting, { kind: 'tray' }> }) {
  const t = useTranslations('home.waiting');
  const own = useTranslations('drafts.home');
  const unnamed = useTranslations('home')('unnamed');
  const locale = useLocale();
  const name = own('together', { count: row.names.length });
  const list = listOf(
    row.names.map((each) => each ?? unnamed),
    locale,
  );
  return (
    <WaitingItem
      row={row}
      title={name}
      word="draft"
      words={row.isBegun ? t('draft') : own('chosen')}
      rest={
        <>
          {t('draftKept', { ...row.when })}. <bdi>{list}</bdi>
        </>
      }
      action={
        <>
          <ButtonLink size="small" href={row.href} aria-label={t('continueNamed', { name: list })}>
            {t('continue')}
          </ButtonLink>
          <DiscardButton draftKey={row.key} name={list} isTray />
        </>
      }
    />
  );
}
