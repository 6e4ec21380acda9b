'use client';

import { ArrowRight, Clock, CornerDownRight, type LucideIcon, Search, Settings } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Cut } from '@/components/status/cut';
import { stateLooks } from '@/components/status/state-looks';
import { Tag } from '@/components/ui/tag';
import type { Entry, SectionOf } from './palette-view';

interface Props {
  id: string;
  optionId: (key: string) => string;
  sections: readonly SectionOf[];
  /** Stands below all of them; null without typed words. */
  last: Entry | null;
  /** The key of the line that Enter takes. */
  current: string | undefined;
  onChoose: (key: string) => void;
  onGo: (entry: Entry) => void;
}

/** What was found, as a list one moves through from the field. */
export function PaletteLines({ id, optionId, sections, last, current, onChoose, onGo }: Props) {
  const t = useTranslations('palette');
  const line = (entry: Entry) => (
    <Line key={entry.key} id={optionId(entry.key)} entry={entry} on={entry.key === current} onChoose={onChoose} onGo={onGo} />
  );
  return (
    <div id={id} role="listbox" aria-label={t('results')} className="palette-list">
      {sections.map(({ section, entries, further }) => (
        <div key={section} role="group" aria-labelledby={`${id}-${section}`}>
          <p id={`${id}-${section}`} className="xs mut" role="presentation">
            {t(`sections.${section}`)} {further > 0 && t('further', { count: further })}
          </p>
          {entries.map(line)}
        </div>
      ))}
      {last && line(last)}
    </div>
  );
}

interface LineProps {
  id: string;
  entry: Entry;
  on: boolean;
  onChoose: Props['onChoose'];
  onGo: Props['onGo'];
}

function Line({ id, entry, on, onChoose, onGo }: LineProps) {
  const { mark, request } = entry;
  const state = mark ?? request;
  return (
    // Its keys are those of the field that leads it.
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={on}
      tabIndex={-1}
      className={on ? 'opt on' : 'opt'}
      onPointerMove={() => !on && onChoose(entry.key)}
      onClick={() => onGo(entry)}
    >
      {entry.packageId ? <Cut packageId={entry.packageId} tone={state && stateLooks[state.word].tone} size="sm" /> : <Icon of={entry} />}
      <span className="grow">
        <bdi>{entry.name}</bdi>
        {entry.detail !== '' && (
          <small>
            <bdi>{entry.detail}</bdi>
          </small>
        )}
      </span>
      {state && (
        <span className="end">
          <Tag tone={stateLooks[state.word].tone} icon={stateLooks[state.word].icon}>
            {state.text}
          </Tag>
        </span>
      )}
    </button>
  );
}

const icons: Readonly<Record<string, LucideIcon>> = {
  go: ArrowRight,
  ask: CornerDownRight,
  follow: CornerDownRight,
  extend: Clock,
  in: Search,
};

function Icon({ of: { key } }: { of: Entry }) {
  const Shown = icons[key.split(' ', 1)[0] ?? ''] ?? Settings;
  return (
    <span className="palette-icon">
      <Shown className={Shown === ArrowRight || Shown === CornerDownRight ? 'i mut flip' : 'i mut'} aria-hidden="true" />
    </span>
  );
}
