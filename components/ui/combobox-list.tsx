'use client';

import { ChevronDown, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button, ComboBox, Group, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { AriaLocale } from './aria-locale';
import type { ComboboxItem, ListProps } from './combobox';
import { useTypeAhead } from './use-type-ahead';

/** The field with its list. Typing over a choice takes it back. */
export default function ComboboxList(props: ListProps) {
  const { value, onChange, load, onText, onBlur, placeholder, nothing, name, disabled, again, wiring, label, typed, hadFocus } = props;
  const t = useTranslations('common.combobox');
  const [text, setText] = useState(value?.text ?? typed);
  const [asked, setAsked] = useState(typed !== '');
  const [shownFor, setShownFor] = useState(value?.id ?? null);
  if ((value?.id ?? null) !== shownFor) {
    setShownFor(value?.id ?? null);
    if (value) setText(value.text);
  }
  const box = useRef<HTMLDivElement>(null);
  const type = (next: string) => {
    setText(next);
    setAsked(true);
    if (value && next !== value.text) onChange(null);
    onText?.(next);
  };
  useLayoutEffect(() => {
    if (hadFocus.current) box.current?.querySelector('input')?.focus();
  }, [hadFocus]);
  const { items, state } = useTypeAhead(value && text === value.text ? '' : text, asked, load);
  const status = state === 'failed' ? t('failed') : state === 'loading' ? t('loading') : (nothing ?? t('nothing'));
  return (
    <AriaLocale>
      <ComboBox
        aria-label={typeof label === 'string' ? label : t('show')}
        {...(wiring['aria-describedby'] ? { 'aria-describedby': wiring['aria-describedby'] } : {})}
        items={items}
        inputValue={text}
        onInputChange={type}
        value={value?.id ?? null}
        onChange={(key) => {
          const chosen = items.find((item) => item.id === key);
          if (chosen) {
            setText(chosen.text);
            onChange(chosen);
          }
        }}
        onFocus={() => setAsked(true)}
        onBlur={() => onBlur?.()}
        menuTrigger={again ? 'input' : 'focus'}
        allowsEmptyCollection
        allowsCustomValue
        isInvalid={Boolean(wiring['aria-invalid'])}
        isRequired={Boolean(wiring['aria-required'])}
        isDisabled={disabled ?? false}
        validationBehavior="aria"
        {...(name ? { name } : {})}
      >
        <Group className="in" ref={box}>
          <Input id={wiring.id} placeholder={placeholder} autoComplete="off" dir="auto" />
          {value && (
            <Button slot={null} className="open-picker" aria-label={t('clear')} onPress={() => type('')}>
              <X className="i s" aria-hidden="true" />
            </Button>
          )}
          <Button className="open-picker" aria-label={t('show')}>
            <ChevronDown className="i s" aria-hidden="true" />
          </Button>
        </Group>
        <Popover className="popover">
          <ListBox className="listbox" renderEmptyState={() => <div className="none">{status}</div>}>
            {(item: ComboboxItem) => (
              <ListBoxItem className="opt" textValue={item.text}>
                {item.start}
                <span className="grow">
                  <bdi>{item.text}</bdi>
                  {item.detail && (
                    <small>
                      <bdi>{item.detail}</bdi>
                    </small>
                  )}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </AriaLocale>
  );
}
