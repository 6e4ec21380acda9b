import { describe, expect, it } from 'vitest';
import { createFormats } from '@/lib/i18n/formats';
import { endCalendar, withEnd } from './end-calendar';
import { assignmentOf } from './testing/rows';

const now = Date.parse('2026-11-24T10:00:00Z');
const words = {
  title: (name: string) => `Access ends: ${name}`,
  text: (when: string, address: string) => `${when} ${address}`,
  unknownPackage: 'An access package',
};
const made = (rows: Parameters<typeof endCalendar>[0], timeZone = 'Europe/Paris') =>
  endCalendar(rows, { words, formats: createFormats('en', timeZone), origin: 'https://latchkey.example', path: '/assignments', now });
const unfolded = (text: string) => text.replaceAll('\r\n\t', '').replaceAll('\r\n ', '');

describe('the calendar of ends', () => {
  it('is a whole day, the last one in the reader’s zone, with a reminder', () => {
    const text = unfolded(made([assignmentOf({ endDateTime: '2026-12-03T23:00:00Z' })]));
    expect(text).toContain('DTSTART;VALUE=DATE:20261203');
    expect(text).toContain('DTEND;VALUE=DATE:20261204');
    expect(text).toContain('SUMMARY:Access ends: Quarter close workspace');
    expect(text).toContain('UID:a-1.end@latchkey.example');
    expect(text).toContain('URL:https://latchkey.example/assignments');
    expect(text).toContain('CLASS:PRIVATE');
    expect(text).toContain('TRIGGER:-P7DT');
    expect(text).toContain('TRANSP:TRANSPARENT');
    expect(made([assignmentOf({ endDateTime: '2026-12-03T23:00:00Z' })], 'Pacific/Kiritimati')).toContain('DTSTART;VALUE=DATE:20261204');
    expect(made([assignmentOf({ endDateTime: '2028-02-29T12:00:00Z' })])).toContain('DTEND;VALUE=DATE:20280301');
  });

  it('keeps hostile names within their line', () => {
    const name = 'A; B, C\\ D\r\nATTENDEE:mailto:eve@evil.example\nEND:VCALENDAR';
    const text = made([assignmentOf({ accessPackage: { id: 'p', displayName: name, description: '', isHidden: false } })]);
    const lines = unfolded(text).split('\r\n');
    expect(lines.filter((line) => line.startsWith('ATTENDEE') || line === 'END:VCALENDAR')).toEqual(['END:VCALENDAR']);
    expect(lines.every((line) => !/[\r\n]/.test(line))).toBe(true);
    expect(unfolded(text)).toContain('A\\; B\\, C');
  });

  it('loses none whose package is not told', () => {
    expect(made([assignmentOf({ accessPackage: null }), assignmentOf({ id: 'a-2' })]).match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  it('holds what I have and what is still to end', () => {
    const rows = [
      assignmentOf({ id: 'held' }),
      assignmentOf({ id: 'partly', state: 'partiallyDelivered' }),
      assignmentOf({ id: 'endless', endDateTime: null }),
      assignmentOf({ id: 'over', endDateTime: '2026-11-01T00:00:00Z' }),
      assignmentOf({ id: 'expired', state: 'expired' }),
      assignmentOf({ id: 'coming', state: 'delivering' }),
    ];
    expect(withEnd(rows, now).map(({ id }) => id)).toEqual(['held', 'partly']);
  });
});
