'use client';

import { Search, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useViewer } from '@/components/shell/viewer-context';
import { Live } from '@/components/ui/live';
import { paths } from '@/lib/paths';
import { insideOf, rowsWithInside } from '../inside/inside-store';
import { PaletteFoot } from './palette-foot';
import { PaletteLines } from './palette-lines';
import { paletteKnown, readPalette, retryPalette, subscribePalette } from './palette-store';
import { paletteSections, type Entry } from './palette-view';
import { useActions, useMaking, useScreens } from './use-entries';

export interface PaletteProps {
  administers: boolean;
  /** What was typed before the palette's code had come. */
  early: RefObject<string>;
  onClose: () => void;
}

/** Jumps to any package, request or place, and does what can be done from anywhere, by typing (a combobox in a dialog). */
export default function Palette({ administers, early, onClose }: PaletteProps) {
  const t = useTranslations('palette');
  const router = useRouter();
  const { tag } = useViewer();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(() => early.current);
  const [chosen, setChosen] = useState<string | null>(null);
  const known = useSyncExternalStore(subscribePalette, paletteKnown, paletteKnown);
  // As far as the search of Available has looked inside, so does this one.
  const inside = insideOf(tag);
  const screens = useScreens(administers);
  const actions = useActions(administers);
  const make = useMaking();
  const left = useRef(new AbortController());

  const sections = useMemo(
    () => paletteSections({ rows: rowsWithInside(known.rows, inside.names), mine: known.mine, screens, actions }, query, make),
    [known.rows, inside.names, known.mine, screens, actions, query, make],
  );
  const typed = query.trim();
  const inList: Entry | null =
    typed === ''
      ? null
      : {
          key: 'in the list',
          section: 'actions',
          name: t('inAvailable', { query: typed }),
          detail: '',
          to: `${paths.accessPackages}?q=${encodeURIComponent(typed)}`,
        };
  const lines = [...sections.flatMap(({ entries }) => entries), ...(inList ? [inList] : [])];
  const at = Math.max(
    0,
    lines.findIndex(({ key }) => key === chosen),
  );
  const current = lines[at];

  const go = (entry: Entry | undefined) => {
    if (!entry) return;
    dialog.current?.close();
    if (entry.to !== undefined) router.push(entry.to);
    entry.act?.();
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    // Nothing of what is typed here is a key of the page behind.
    event.stopPropagation();
    if (event.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      const to = Math.abs(move) === 1 ? (at + move + lines.length) % lines.length : Math.min(lines.length - 1, Math.max(0, at + move));
      setChosen(lines[to]?.key ?? null);
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      if (!event.repeat) go(current);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      dialog.current?.close();
    }
  });
  useLayoutEffect(() => {
    const box = dialog.current;
    if (!box) return;
    const listen = (event: KeyboardEvent) => press(event);
    box.addEventListener('keydown', listen);
    if (!box.open) box.showModal();
    field.current?.focus();
    return () => box.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => {
    const stop = new AbortController();
    left.current = stop;
    readPalette(tag, stop.signal);
    return () => stop.abort();
  }, [tag]);
  const optionId = (key: string) => `${id}-${key.replace(/\W+/g, '-')}`;
  const shown = current ? optionId(current.key) : undefined;
  useEffect(() => {
    const line = shown ? document.getElementById(shown) : null;
    // The heading above the first line is seen too.
    if (at === 0) line?.closest('[role=listbox]')?.scrollTo({ top: 0 });
    else line?.scrollIntoView({ block: 'nearest' });
  }, [shown, at]);
  const found = sections.reduce((sum, { entries, further }) => sum + entries.length + further, 0);

  return (
    <dialog ref={dialog} className="palette" aria-label={t('title')} closedby="any" onClose={onClose}>
      <div className="palette-in">
        <div className="palette-field">
          <Search className="i" aria-hidden="true" />
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-label={t('title')}
            aria-expanded={lines.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={shown}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            dir="auto"
            placeholder={t('placeholder')}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setChosen(null);
            }}
          />
          <button type="button" className="btn quiet icon small" aria-label={t('close')} onClick={() => dialog.current?.close()}>
            <X className="i" aria-hidden="true" />
          </button>
        </div>
        <PaletteLines
          id={`${id}-list`}
          optionId={optionId}
          sections={sections}
          last={inList}
          current={current?.key}
          onChoose={setChosen}
          onGo={go}
        />
        <PaletteFoot query={typed} found={found} known={known} onRetry={() => retryPalette(left.current.signal)} />
        <Live>{typed !== '' && found > 0 && t('found', { count: found })}</Live>
      </div>
    </dialog>
  );
}
