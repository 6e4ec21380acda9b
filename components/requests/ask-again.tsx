'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAction } from '@/components/shell/use-action';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { paths } from '@/lib/paths';
import { askForItAgain } from './actions';

/** Opens the form with what was written the last time. */
export function AskAgain({ requestId, accessPackageId, size }: { requestId: string; accessPackageId: string; size?: 'small' }) {
  const t = useTranslations('requests');
  const router = useRouter();
  const toast = useToast();
  const { run, pending } = useAction(askForItAgain);
  const again = async () => {
    const result = await run({ requestId });
    if (!result.ok) toast.showError(result.error);
    else router.push(paths.requestForm(accessPackageId));
  };
  return (
    <Button onClick={() => void again()} pending={pending} {...(size ? { size } : {})}>
      {t('askAgain')}
    </Button>
  );
}
