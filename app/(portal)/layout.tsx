import type { ReactNode } from 'react';
import { PaletteDoor } from '@/components/access-packages/palette/palette-door';
import { Shell } from '@/components/shell/shell';
import { ViewerProvider } from '@/components/shell/viewer-context';
import { Messages } from '@/components/ui/messages';
import { clientViewer, requireViewer } from '@/lib/auth/guard';

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  return (
    <Messages namespaces={['shell', 'palette']}>
      <ViewerProvider viewer={await clientViewer(viewer)}>
        <Shell oid={viewer.oid} palette={(administers) => <PaletteDoor administers={administers} />}>
          {children}
        </Shell>
      </ViewerProvider>
    </Messages>
  );
}
