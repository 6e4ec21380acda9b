'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAction } from '@/components/shell/use-action';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { paths } from '@/lib/paths';
import { askForAssignmentAgain } from './actions';

/** Opens the form of an ended access with what was written for it the last time. */
export function AskAgain({ assignmentId, accessPackageId }: { assignmentId: string; accessPackageId: string }) {
  const t = useTranslations('assignments.ended');
  const router = useRouter();
  const toast = useToast();
  const { run, pending } = useAction(askForAssignmentAgain);
  const again = async () => {
    const result = await run({ assignmentId });
    if (!result.ok) toast.showError(result.error);
    else router.push(paths.requestForm(accessPackageId));
  };
  return (
    <Button size="small" onClick={() => void again()} pending={pending}>
      {t('askAgain')}
    </Button>
  );
}
