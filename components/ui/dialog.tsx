'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import type { ButtonVariant } from './button';

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** A question that names person and package. */
  title: ReactNode;
  /** What is lost, and the way back; or the dialog's content. */
  children: ReactNode;
  /** The one primary; `stop` when something is taken away. */
  confirm: {
    label: string;
    run: () => void;
    variant?: Extract<ButtonVariant, 'primary' | 'stop'>;
    pending?: boolean;
    pendingLabel?: string;
    /** Why it cannot be pressed now; stands beside it and is said when it comes. */
    reason?: string;
  };
  /** Words of the way out; absent: "Keep". */
  keep?: string;
}

const loadPanel = () => import('./dialog-panel');
const Panel = lazy(loadPanel);

/** Fetches the dialog's code before it is needed, e.g. when its button takes the focus. */
export function preloadDialog(): void {
  void loadPanel();
}

/** Only where Graph cannot undo: names what is lost. Its code comes when it first opens. */
export function Dialog(props: DialogProps) {
  if (!props.isOpen) return null;
  return (
    <Suspense fallback={null}>
      <Panel {...props} />
    </Suspense>
  );
}
