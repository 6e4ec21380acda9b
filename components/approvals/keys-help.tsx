'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Dialog } from '@/components/ui/dialog';
import { setUndoSeconds, undoSeconds, WAITS } from './outbox/wait';

const KEYS = [
  [['J'], 'next'],
  [['K'], 'previous'],
  [['⏎'], 'open'],
  [['X'], 'select'],
  [['Esc'], 'clear'],
  [['A'], 'approve'],
  [['D'], 'deny'],
  [['Z'], 'undo'],
  [['?'], 'help'],
] as const;

/** All keys of this place, and how long a decision may be undone. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('approvals.keys');
  const [seconds, setSeconds] = useState(undoSeconds);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title')}
      keep={t('cancel')}
      confirm={{ label: t('close'), run: () => save(seconds, onClose) }}
    >
      <dl className="keys-list">
        {KEYS.map(([caps, what]) => (
          <div key={what}>
            <dt>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{t(`all.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="sm">{t('whileTyping')}</p>
      <ChoiceGroup
        type="radio"
        label={t('wait')}
        hint={t('waitHint')}
        choices={WAITS.map((each) => ({ value: String(each), label: t('waitSeconds', { seconds: each }) }))}
        value={[String(seconds)]}
        onChange={([chosen]) => setSeconds(Number(chosen))}
      />
    </Dialog>
  );
}

function save(seconds: number, onClose: () => void) {
  setUndoSeconds(seconds);
  onClose();
}
