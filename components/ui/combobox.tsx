'use client';

import { type ComponentType, type ReactNode, type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Field, type FieldProps, type FieldWiring } from './field';

export interface ComboboxItem {
  id: string;
  /** What the field shows when it is chosen. */
  text: string;
  /** A second line in the list. */
  detail?: string;
  /** Before the words: an avatar, a cut. */
  start?: ReactNode;
}

export interface ComboboxProps<Item extends ComboboxItem> extends FieldProps {
  value: Item | null;
  onChange: (item: Item | null) => void;
  /** Answers what is typed; called 150 ms after the last key, aborted when another follows. Rejects to say the list could not be loaded. */
  load: (text: string, signal: AbortSignal) => Promise<Item[]>;
  /** What stands in the field without being chosen, e.g. a whole e-mail address. */
  onText?: (text: string) => void;
  onBlur?: () => void;
  /** Stands between the label and the input, e.g. what is chosen already. */
  above?: ReactNode;
  /** Comes after a choice, in the place of the field it was made in: takes the focus, and opens its list only with typing. */
  again?: boolean;
  placeholder?: string;
  /** Instead of "Nothing found". */
  nothing?: ReactNode;
  name?: string;
  disabled?: boolean;
}

export type ListProps = Omit<ComboboxProps<ComboboxItem>, 'label' | 'hint' | 'error' | 'required' | 'id' | 'className' | 'above'> & {
  wiring: FieldWiring;
  label: ReactNode;
  /** What was typed before the list came. */
  typed: string;
  /** Whether the plain field had the focus when the list took its place. */
  hadFocus: RefObject<boolean>;
};

const loadList = () => import('./combobox-list');

/** Type-ahead over people or packages. A plain field until it takes the focus; then the list's code comes. */
export function Combobox<Item extends ComboboxItem>(props: ComboboxProps<Item>) {
  const { label, hint, error, required, id, className, above, ...list } = props;
  const [List, setList] = useState<ComponentType<ListProps> | null>(null);
  const plain = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const hadFocus = useRef(false);
  const begin = () => {
    loadList().then(
      (loaded) => {
        setTyped(plain.current?.value ?? '');
        setList(() => loaded.default);
      },
      () => undefined,
    );
  };
  // Read at the very moment the field is taken away: the focus may have come after the list's code did.
  const hold = useCallback((field: HTMLInputElement) => {
    plain.current = field;
    return () => {
      hadFocus.current = document.activeElement === field;
      plain.current = null;
    };
  }, []);
  // Whoever was in the field, or had typed, before the page's script came is not left with a plain field.
  const adopt = useEffectEvent(() => {
    const field = plain.current;
    if (field && list.again) field.focus();
    if (field && (document.activeElement === field || field.value !== (list.value?.text ?? ''))) begin();
  });
  useEffect(() => adopt(), []);
  return (
    <Field label={label} hint={hint} error={error} required={required} id={id} className={className}>
      {(wiring) => (
        <>
          {above}
          {List ? (
            <List
              {...list}
              onChange={(item) => list.onChange(item as Item | null)}
              wiring={wiring}
              label={label}
              typed={typed}
              hadFocus={hadFocus}
            />
          ) : (
            <input
              {...wiring}
              ref={hold}
              role="combobox"
              aria-expanded={false}
              aria-controls={`${wiring.id}-list`}
              aria-autocomplete="list"
              className="in"
              type="text"
              autoComplete="off"
              dir="auto"
              name={list.name}
              placeholder={list.placeholder}
              disabled={list.disabled}
              defaultValue={list.value?.text}
              // A key between the list's arrival and its drawing is not lost.
              onInput={(event) => setTyped(event.currentTarget.value)}
              onFocus={begin}
              onPointerEnter={begin}
              onBlur={list.onBlur}
            />
          )}
        </>
      )}
    </Field>
  );
}
