'use client';

import { useTranslations } from 'next-intl';
import { useId, type ReactNode } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { ownField, type ForWhom } from './pairs';
import { usePersonName } from './person-words';
import type { TogetherValues } from './together-values';

interface Props {
  form: UseFormReturn<TogetherValues>;
  /** Where the field's values stand. */
  of: 'answers' | 'periods';
  field: string;
  /** What the field is about, for those who hear it. */
  about: string;
  people: readonly ForWhom[];
  children: (field: string) => ReactNode;
}

/** A field that all people share, or that each answers for themselves, begun with what stood there for all. */
export function PerPerson({ form, of, field, about, people, children }: Props) {
  const t = useTranslations('for-others');
  const nameOf = usePersonName();
  const id = useId();
  const differ = useWatch({ control: form.control, name: 'differ' });
  const isOwn = differ.includes(field);
  if (people.length < 2 && !isOwn) return children(field);
  const toggle = () => {
    const next = isOwn ? differ.filter((each) => each !== field) : [...differ, field];
    const shared = form.getValues(`${of}.${field}`);
    for (const { objectId } of isOwn ? [] : people) {
      const own = `${of}.${ownField(field, objectId)}` as const;
      if (form.getValues(own) === undefined) form.setValue(own as 'answers.q', shared as string[]);
    }
    form.setValue('differ', next, { shouldDirty: true });
  };
  return (
    <>
      {isOwn
        ? people.map((person) => (
            <div key={person.objectId} role="group" className="own-answer" aria-labelledby={`${id}-${person.objectId}`}>
              <p className="sm mut" id={`${id}-${person.objectId}`}>
                {t.rich('forWhom', { name: () => <bdi className="b">{nameOf(person)}</bdi> })}
              </p>
              {children(ownField(field, person.objectId))}
            </div>
          ))
        : children(field)}
      <label className="row sm mt-3 differ">
        <input type="checkbox" className="check" checked={isOwn} onChange={toggle} />
        <span>
          {t('differs')}
          <span className="vh">: {about}</span>
        </span>
      </label>
    </>
  );
}
