'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useApprovalsWaiting } from '@/components/shell/approvals-waiting';
import { administration, approvals, destinations } from '@/components/shell/destinations';
import { keepPreference } from '@/components/shell/preferences';
import { signOut } from '@/components/shell/sign-out';
import { localeNames, locales, preferenceCookies, themes } from '@/lib/i18n/locales';
import { paths } from '@/lib/paths';
import type { PackageRow } from '../package-row-data';
import type { PaletteMark, PaletteRequest } from './palette-data';
import type { Entry } from './palette-view';

/** Every place the rail knows, in its order. */
export function useScreens(administers: boolean): Entry[] {
  const t = useTranslations('shell.nav');
  const approves = useApprovalsWaiting().shown;
  return useMemo(() => {
    const places = [...destinations, ...(approves ? [approvals] : []), ...(administers ? administration : [])];
    return places.map(({ key, href }) => ({ key: `go ${key}`, section: 'screens', name: t(key), detail: '', to: href }));
  }, [t, approves, administers]);
}

/** What can be done from anywhere. The same words as in the account menu. */
export function useActions(administers: boolean): Entry[] {
  const t = useTranslations('shell.account');
  const own = useTranslations('palette');
  const router = useRouter();
  const locale = useLocale();
  return useMemo(() => {
    const setting = (key: string, what: string, value: string, cookie: string, choice: string): Entry => ({
      key,
      section: 'actions',
      name: own('setting', { what, value }),
      detail: '',
      act: () => {
        keepPreference(cookie, choice);
        router.refresh();
      },
    });
    return [
      ...themes.map((theme) => setting(`theme ${theme}`, t('theme'), t(theme), preferenceCookies.theme, theme)),
      { key: 'sign out', section: 'actions', name: t('signOut'), detail: '', act: () => void signOut() } as const,
      ...(administers
        ? []
        : [{ key: 'administration', section: 'actions', name: t('administration'), detail: '', to: paths.admin } as const]),
      ...locales
        .filter((other) => other !== locale)
        .map((other) => setting(`language ${other}`, t('language'), localeNames[other], preferenceCookies.locale, other)),
    ];
  }, [t, own, router, locale, administers]);
}

/** How packages, requests and what to do with them become lines. */
export function useMaking() {
  const t = useTranslations('palette');
  return useMemo(
    () => ({
      ofPackage: (row: PackageRow, mark: PaletteMark | undefined): Entry => ({
        key: row.id,
        section: 'packages',
        name: row.displayName,
        detail: row.description,
        to: paths.accessPackage(row.id),
        packageId: row.id,
        ...(mark ? { mark } : {}),
      }),
      ofRequest: (request: PaletteRequest): Entry => ({
        key: `request ${request.id}`,
        section: 'requests',
        name: request.name || t('aPackage'),
        detail: request.day === '' ? '' : t('asked', { day: request.day }),
        to: paths.request(request.id),
        request,
        ...(request.packageId ? { packageId: request.packageId } : {}),
      }),
      nextTo: ({ id, displayName }: PackageRow, mark: PaletteMark | undefined): Entry[] => {
        const line = (key: 'ask' | 'extend' | 'follow', to: string): Entry => ({
          key: `${key} ${id}`,
          section: 'packages',
          name: t(key, { name: displayName }),
          detail: '',
          to,
        });
        if (mark?.requestId) return [line('follow', paths.request(mark.requestId))];
        if (mark?.assignmentId) return [line('extend', paths.assignmentUpdate(mark.assignmentId))];
        return mark ? [] : [line('ask', paths.requestForm(id))];
      },
    }),
    [t],
  );
}
