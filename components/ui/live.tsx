import type { ReactNode } from 'react';

/** Says politely what changed without moving the focus: "12 found", "Sent". Keep it mounted and change its children. */
export function Live({ children, seen }: { children: ReactNode; /** Also for the eyes. */ seen?: boolean }) {
  return (
    <p role="status" className={seen ? 'sm mut' : 'vh'}>
      {children}
    </p>
  );
}
