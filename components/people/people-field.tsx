'use client';

import { Mail, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState, type ReactNode } from 'react';
import type { Person } from '@/lib/entitlement/people';
import { paths } from '@/lib/paths';
import { api } from '@/components/shell/api';
import { ConsentNote } from '@/components/shell/consent-note';
import { Combobox, type ComboboxItem } from '@/components/ui/combobox';
import { Avatar } from './avatar';
import { isWholeEmail } from './email';

/** Somebody of the directory, or somebody who is not in it yet, by the whole address. */
export interface ChosenPerson {
  /** Directory id; null for somebody not in the directory. */
  objectId: string | null;
  name: string;
  email: string;
  isGuest: boolean;
}

interface PeopleFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  people: readonly ChosenPerson[];
  onChange: (people: ChosenPerson[]) => void;
  id?: string;
  /** Also whole e-mail addresses of people not in the directory. */
  byEmail?: boolean;
  /** One person only: choosing another takes the first one's place. */
  single?: boolean;
}

interface PersonItem extends ComboboxItem {
  person: ChosenPerson;
}

/** Type-ahead over the directory; who is chosen stands above the field and can be taken out again. */
export function PeopleField({ label, hint, error, people, onChange, id, byEmail = false, single = false }: PeopleFieldProps) {
  const t = useTranslations('people');
  const made = useId();
  // A new field after each choice: empty again, ready for the next name.
  const [round, setRound] = useState(0);
  /** The scope nobody has consented to, once a search was refused for it. */
  const [missing, setMissing] = useState<string | null>(null);
  const load = async (text: string, signal: AbortSignal): Promise<PersonItem[]> => {
    const typed = text.trim();
    if (typed === '') return [];
    const answer = await api<Person[]>(`${paths.api.people}?q=${encodeURIComponent(typed)}`, { signal });
    const address = byEmail && isWholeEmail(typed) ? [byAddress(typed, t('byEmail', { email: typed }))] : [];
    if (!answer.ok) {
      if (answer.error.kind === 'consentRequired') setMissing(answer.error.scope);
      if (address.length > 0) return address;
      throw new Error(answer.error.kind);
    }
    const found = answer.value.map((person) => fromDirectory(person, t('guest')));
    const known = found.some(({ person }) => person.email.toLowerCase() === typed.toLowerCase());
    return [...found, ...(known ? [] : address)];
  };
  const choose = (item: PersonItem | null) => {
    if (!item) return;
    const others = single ? [] : people.filter((person) => key(person) !== key(item.person));
    onChange([...others, item.person]);
    setRound((before) => before + 1);
  };
  const chosen = people.length > 0 && (
    <ul className="row wrap pills" aria-label={t('chosen')}>
      {people.map((person) => (
        <li key={key(person)} className="pill">
          {person.objectId ? <Avatar name={person.name} guest={person.isGuest} size="sm" /> : <Mail className="i" aria-hidden="true" />}
          <bdi>{person.name}</bdi>
          <button
            type="button"
            className="pill-out"
            aria-label={t('takeOut', { name: person.name })}
            onClick={() => onChange(people.filter((other) => key(other) !== key(person)))}
          >
            <X className="i" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="people-field">
      <Combobox<PersonItem>
        key={round}
        again={round > 0}
        id={id ?? made}
        label={label}
        hint={hint}
        error={error}
        above={chosen}
        value={null}
        onChange={choose}
        load={load}
        nothing={byEmail ? t('nobodyByEmail') : t('nobody')}
      />
      {missing && <ConsentNote scope={missing} />}
    </div>
  );
}

function key(person: ChosenPerson): string {
  return person.objectId ?? person.email.toLowerCase();
}

function fromDirectory(person: Person, guest: string): PersonItem {
  const email = person.mail || person.userPrincipalName;
  return {
    id: person.id,
    text: person.displayName,
    detail: person.isGuest ? `${email} · ${guest}` : email,
    start: <Avatar name={person.displayName} guest={person.isGuest} size="sm" />,
    person: { objectId: person.id, name: person.displayName || email, email, isGuest: person.isGuest },
  };
}

function byAddress(email: string, text: string): PersonItem {
  return {
    id: `mail:${email}`,
    text,
    start: <Mail className="i s" aria-hidden="true" />,
    person: { objectId: null, name: email, email, isGuest: false },
  };
}
