import { useTranslations } from 'next-intl';
import type { PortalError } from '@/lib/portal-error';
import { useFormats } from '@/lib/i18n/use-formats';

export interface ErrorWords {
  title: string;
  text: string;
}

/** Turns what went wrong into a heading and a sentence for the person who reads it. Graph's own message never passes through here. */
export function useErrorWords(): (error: PortalError) => ErrorWords {
  const t = useTranslations('errors');
  const formats = useFormats();
  return (error) => {
    switch (error.kind) {
      case 'otherViewer':
        return { title: t('otherViewer.title', { name: error.name }), text: t('otherViewer.text', { name: error.name }) };
      case 'consentRequired':
        return { title: t('consentRequired.title'), text: t('consentRequired.text', { scope: error.scope }) };
      case 'throttled': {
        const title = t('throttled.title');
        if (error.retryAt === null) return { title, text: t('throttled.text') };
        return { title, text: t('throttled.textAt', { time: formats.time(new Date(error.retryAt).toISOString()) }) };
      }
      case 'invalid': {
        const count = Object.keys(error.fields).length;
        return { title: t('invalid.title', { count }), text: t('invalid.text') };
      }
      default:
        return { title: t(`${error.kind}.title`), text: t(`${error.kind}.text`) };
    }
  };
}
