'use client';

import { FaultPanel } from '@/components/ui/fault-panel';

export default function PortalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="page">
      <FaultPanel digest={error.digest} retry={reset} />
    </div>
  );
}
