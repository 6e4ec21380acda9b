'use client';

import { useRouter } from 'next/navigation';
import { useAction } from '@/components/shell/use-action';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { paths } from '@/lib/paths';
import type { Result } from '@/lib/portal-error';

interface AskAgainProps {
  /** The action that opens a draft with what was written the last time, and what it takes. */
  offer: (tag: string, input: unknown) => Promise<Result<unknown>>;
  input: { requestId: string } | { assignmentId: string };
  accessPackageId: string;
  label: string;
  /** The form is the one that asks for others. */
  isForOthers?: boolean;
  size?: 'small';
}

/** Opens the form with what was written the last time. */
export function AskAgain({ offer, input, accessPackageId, label, isForOthers = false, size }: AskAgainProps) {
  const router = useRouter();
  const toast = useToast();
  const { run, pending } = useAction(offer);
  const again = async () => {
    const result = await run(input);
    if (!result.ok) toast.showError(result.error);
    else router.push((isForOthers ? paths.forOthers : paths.requestForm)(accessPackageId));
  };
  return (
    <Button onClick={() => void again()} pending={pending} {...(size ? { size } : {})}>
      {label}
    </Button>
  );
}
