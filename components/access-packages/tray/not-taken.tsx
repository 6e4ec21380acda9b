'use client';

import type { SentRow } from './sent-rows';
import { rowId } from './sent-rows';
import { usePersonName } from './person-words';
import { SentWords } from './sent-words';

/** Why a package was not taken the last time, person by person. */
export default function NotTaken({ rows, isForOthers }: { rows: readonly SentRow[]; isForOthers: boolean }) {
  const nameOf = usePersonName();
  return (
    <div className="note stop mb-5">
      <ul className="grow not-taken">
        {rows.map((row) => (
          <li key={rowId(row)}>
            {isForOthers && (
              <>
                <bdi className="b">{nameOf(row.person)}</bdi>:{' '}
              </>
            )}
            <SentWords sent={row.sent} person={row.person} />
          </li>
        ))}
      </ul>
    </div>
  );
}
