'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { adoptTray } from '@/components/form/tray-memory';
import { useAction } from '@/components/shell/use-action';
import { useViewer } from '@/components/shell/viewer-context';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { Discarded } from '@/lib/drafts/discard';
import { bringBackBegun, discardBegun } from './actions';
import { waitingHeading } from './stands-at';

interface Props {
  /** Of the draft, or of the tray. */
  draftKey: string;
  /** What it is about, in words. */
  name: string;
  isTray: boolean;
}

/** Forgets what was begun at once, and offers to undo it: only this page still holds it then. */
export function DiscardButton({ draftKey, name, isTray }: Props) {
  const t = useTranslations('drafts.home');
  const router = useRouter();
  const toast = useToast();
  const { oid } = useViewer();
  const discarding = useAction(discardBegun);
  const bringing = useAction(bringBackBegun);
  const undo = async (discarded: Discarded) => {
    const result = await bringing.run(discarded);
    if (!result.ok) return toast.showError(result.error);
    if (isTray) adoptTray(oid, trayOf(discarded));
    router.refresh();
  };
  const press = async () => {
    const result = await discarding.run({ key: draftKey });
    if (!result.ok) return toast.showError(result.error);
    if (isTray) adoptTray(oid, []);
    const discarded = result.value;
    const action = discarded.length > 0 ? { action: { label: t('undo'), run: () => void undo(discarded) } } : {};
    toast.show({ text: t('discarded', { name }), ...action });
    // The row goes with the next drawing, and the button with it.
    document.getElementById(waitingHeading)?.focus();
    router.refresh();
  };
  return (
    <Button variant="quiet" size="small" onClick={() => void press()} pending={discarding.pending} aria-label={t('discardNamed', { name })}>
      {t('discard')}
    </Button>
  );
}

function trayOf(discarded: Discarded): { id: string; name: string }[] {
  const tray = discarded.find(({ intent }) => intent === 'tray');
  return tray ? (JSON.parse(tray.text) as { id: string; name: string }[]) : [];
}
