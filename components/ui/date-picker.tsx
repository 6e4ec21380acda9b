'use client';

import { parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker as AriaDatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components';
import { AriaLocale } from './aria-locale';
import type { DateFieldProps } from './date-field';
import type { FieldWiring } from './field';

interface DatePickerProps extends Pick<DateFieldProps, 'value' | 'onChange' | 'onBlur' | 'min' | 'max' | 'name' | 'disabled'> {
  wiring: FieldWiring;
  label: ReactNode;
  takesFocus: boolean;
  focusRef: Ref<{ focus(): void }> | undefined;
}

const asDay = (value: string | undefined) => {
  try {
    return value ? parseDate(value) : null;
  } catch {
    return null;
  }
};

/** Day, month and year as segments, with a calendar; days outside the bounds cannot be chosen. */
export default function DatePicker({
  value,
  onChange,
  onBlur,
  min,
  max,
  name,
  disabled,
  wiring,
  label,
  takesFocus,
  focusRef,
}: DatePickerProps) {
  const t = useTranslations('common.date');
  const group = useRef<HTMLDivElement>(null);
  const focus = () => group.current?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus();
  useImperativeHandle(focusRef, () => ({ focus }), []);
  useEffect(() => {
    if (takesFocus) focus();
  }, [takesFocus]);
  const words = typeof label === 'string' ? label : t('format');
  return (
    <AriaLocale>
      <AriaDatePicker
        id={wiring.id}
        aria-label={words}
        {...(wiring['aria-describedby'] ? { 'aria-describedby': wiring['aria-describedby'] } : {})}
        value={asDay(value)}
        minValue={asDay(min)}
        maxValue={asDay(max)}
        onChange={(day) => onChange(day ? day.toString() : '')}
        onBlur={() => onBlur?.()}
        isInvalid={Boolean(wiring['aria-invalid'])}
        isDisabled={disabled ?? false}
        isRequired={Boolean(wiring['aria-required'])}
        validationBehavior="aria"
        {...(name ? { name } : {})}
      >
        <Group className="in" ref={group}>
          <DateInput className="segments">{(segment) => <DateSegment segment={segment} />}</DateInput>
          <Button className="open-picker" aria-label={t('openCalendar')}>
            <CalendarDays className="i" aria-hidden="true" />
          </Button>
        </Group>
        <Popover className="popover">
          <Dialog className="calendar">
            <Calendar>
              <header>
                <Button slot="previous" className="btn quiet icon small" aria-label={t('previousMonth')}>
                  <ChevronLeft className="i flip" aria-hidden="true" />
                </Button>
                <Heading />
                <Button slot="next" className="btn quiet icon small" aria-label={t('nextMonth')}>
                  <ChevronRight className="i flip" aria-hidden="true" />
                </Button>
              </header>
              <CalendarGrid>
                <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
                <CalendarGridBody>{(date) => <CalendarCell date={date} className="day" />}</CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </AriaDatePicker>
    </AriaLocale>
  );
}
