import { useTranslations } from 'next-intl';
import { StopWaiting } from './stop-waiting';

/** Comes into sight after five seconds of waiting, by style alone (quality: slow reads), with the way out. */
export function StillWaiting() {
  const t = useTranslations('common');
  return (
    <p className="still">
      {t('stillWaiting')} <StopWaiting>{t('stopWaiting')}</StopWaiting>
    </p>
  );
}
