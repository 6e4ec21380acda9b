import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import type { DraftState } from '@/components/form/use-draft';

/** Where what was typed is kept: "Draft saved 10:42". */
export function DraftNote({ state }: { state: DraftState }) {
  const t = useTranslations('request-form.draft');
  const formats = useFormats();
  return (
    <span className="sm mut" role="status">
      {state.kind === 'saved' && t('saved', { time: formats.time(state.at) })}
      {state.kind === 'saving' && t('saving')}
      {state.kind === 'unsaved' && t('unsaved')}
      {state.kind === 'gone' && (
        <>
          {t('gone')} <Link href={paths.requests}>{t('see')}</Link>
        </>
      )}
    </span>
  );
}
