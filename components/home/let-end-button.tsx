'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAction } from '@/components/shell/use-action';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { letItEnd } from './actions';
import { waitingHeading } from './stands-at';

interface Props {
  assignmentId: string;
  endDateTime: string;
  name: string;
}

/** Takes the end off what waits: it comes by itself, and stands below among what ends. */
export function LetEndButton({ assignmentId, endDateTime, name }: Props) {
  const t = useTranslations('drafts.home');
  const router = useRouter();
  const toast = useToast();
  const { run, pending } = useAction(letItEnd);
  const tell = async (isAccepted: boolean) => {
    const result = await run({ assignmentId, endDateTime, isAccepted });
    if (!result.ok) toast.showError(result.error);
    else router.refresh();
    return result.ok;
  };
  const press = async () => {
    if (!(await tell(true))) return;
    toast.show({ text: t('letEndSaid', { name }), action: { label: t('undo'), run: () => void tell(false) } });
    // The row goes with the next drawing, and the button with it.
    document.getElementById(waitingHeading)?.focus();
  };
  return (
    <Button variant="quiet" size="small" onClick={() => void press()} pending={pending} aria-label={t('letEndNamed', { name })}>
      {t('letEnd')}
    </Button>
  );
}
