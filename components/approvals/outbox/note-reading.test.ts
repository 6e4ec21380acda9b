import { describe, expect, it } from 'vitest';
import { readNote, type States } from './note-reading';
import type { Note } from './notes';

const note = (...stages: string[]): Note => ({ id: 'n', decision: 'Approve', stages, names: [], diesAt: 0 });
const never = () => false;

describe('readNote', () => {
  it('tells what was not sent from what is still waiting to be sent, and what is looked up', () => {
    const states: States = {
      ready: { state: 'ready', decision: null },
      sending: { state: 'sending', decision: null },
      none: null,
    };
    expect(readNote(note('ready', 'sending', 'none', 'nowhere'), states, never)).toEqual({
      missing: ['none', 'nowhere'],
      waiting: ['ready'],
      marks: new Map([['sending', { kind: 'looking', decision: 'Approve' }]]),
      isOpen: true,
      isNews: false,
    });
  });

  it('names the decision that was taken, and is done with it', () => {
    const states: States = { sent: { state: 'sent', decision: 'Deny' }, unknown: { state: 'unknown', decision: null } };
    expect(readNote(note('sent', 'unknown'), states, never)).toEqual({
      missing: [],
      waiting: [],
      marks: new Map([
        ['sent', { kind: 'sent', decision: 'Deny' }],
        ['unknown', { kind: 'unknown', decision: 'Approve' }],
      ]),
      isOpen: false,
      isNews: false,
    });
  });

  it('says at its row, not in a note, what this page itself could not send', () => {
    const states: States = { sent: { state: 'sent', decision: 'Approve' }, none: null };
    const { missing, marks, isNews } = readNote(note('sent', 'none'), states, () => true);
    expect([missing, isNews, marks.get('sent')?.kind, marks.get('none')?.kind]).toEqual([[], true, 'sent', 'error']);
  });
});
