'use client';

import { useTranslations } from 'next-intl';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { AriaLocale } from './aria-locale';
import { Button } from './button';
import type { DialogProps } from './dialog';
import { Live } from './live';

/** The opened dialog: focus inside, Escape closes, the page behind stands still. */
export default function DialogPanel({ isOpen, onClose, title, children, confirm, keep }: DialogProps) {
  const t = useTranslations('common.dialog');
  const changed = (open: boolean) => {
    if (!open && !confirm.pending) onClose();
  };
  return (
    <AriaLocale>
      <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={changed} isDismissable={!confirm.pending}>
        <Modal className="dialog">
          <Dialog role="alertdialog">
            <Heading slot="title" className="h2">
              {title}
            </Heading>
            <div className="mut">{children}</div>
            <p className="row wrap">
              <Button onClick={onClose} disabled={Boolean(confirm.pending)}>
                {keep ?? t('keep')}
              </Button>
              <Button
                variant={confirm.variant ?? 'primary'}
                pending={confirm.pending ?? false}
                {...(confirm.pendingLabel ? { pendingLabel: confirm.pendingLabel } : {})}
                {...(confirm.reason ? { reason: confirm.reason } : {})}
                onClick={confirm.run}
              >
                {confirm.label}
              </Button>
            </p>
            <Live>{confirm.reason}</Live>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </AriaLocale>
  );
}
