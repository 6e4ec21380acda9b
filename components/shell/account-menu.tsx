'use client';

import { Check, Keyboard, LogOut, Monitor, Moon, ShieldCheck, Sun } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import type { MouseEvent, ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { type Locale, localeNames, locales, preferenceCookies, type Theme, themes } from '@/lib/i18n/locales';
import { paths } from '@/lib/paths';
import { keepPreference } from './preferences';
import { setSingleKeys, useSingleKeys } from './search-keys';
import { signOut } from './sign-out';
import { useViewer } from './viewer-context';

/** The buttons that open it name it: `popoverTarget={accountMenuId}`. */
export const accountMenuId = 'account-menu';

const themeIcons: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };

const close = (event: MouseEvent<HTMLElement>) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();

/** Who is signed in; language, appearance, keys, administration, sign-out. */
export function AccountMenu({ theme, administers }: { theme: Theme; administers: boolean }) {
  const t = useTranslations('shell.account');
  const router = useRouter();
  const locale = useLocale();
  const viewer = useViewer();
  const singleKeys = useSingleKeys();
  const zone = useTimeZone() ?? 'UTC';
  const choose = (name: string, value: string) => {
    keepPreference(name, value);
    router.refresh();
  };
  return (
    <div id={accountMenuId} popover="auto" className="menu account">
      <p className="who">
        <b className="b">
          <bdi>{viewer.name}</bdi>
        </b>
        <br />
        <bdi className="mut xs">{viewer.upn}</bdi>
      </p>
      <h2 id="account-language">{t('language')}</h2>
      <div role="group" aria-labelledby="account-language">
        {locales.map((one) => (
          <Choice key={one} on={one === locale} choose={() => choose(preferenceCookies.locale, one)}>
            <span lang={one} dir="auto">
              {localeNames[one satisfies Locale]}
            </span>
          </Choice>
        ))}
      </div>
      <h2 id="account-theme">{t('theme')}</h2>
      <div role="group" aria-labelledby="account-theme">
        {themes.map((one) => {
          const Icon = themeIcons[one];
          return (
            <Choice
              key={one}
              on={one === theme}
              choose={() => choose(preferenceCookies.theme, one)}
              icon={<Icon className="i" aria-hidden="true" />}
            >
              {t(one)}
            </Choice>
          );
        })}
      </div>
      <hr />
      <Choice on={singleKeys} choose={() => setSingleKeys(!singleKeys)} icon={<Keyboard className="i" aria-hidden="true" />}>
        {t('keys')}
      </Choice>
      {!administers && (
        <Link className="go" href={paths.admin} onClick={close}>
          <ShieldCheck className="i" aria-hidden="true" />
          {t('administration')}
        </Link>
      )}
      <button type="button" className="go" onClick={() => void signOut()}>
        <LogOut className="i flip" aria-hidden="true" />
        {t('signOut')}
      </button>
      <p className="who faint xs">{t('zone', { zone })}</p>
    </div>
  );
}

function Choice({ on, choose, icon, children }: { on: boolean; choose: () => void; icon?: ReactNode; children: ReactNode }) {
  return (
    <button type="button" className="go" aria-pressed={on} onClick={choose}>
      {icon}
      {children}
      {on && <Check className="i s end" aria-hidden="true" />}
    </button>
  );
}
