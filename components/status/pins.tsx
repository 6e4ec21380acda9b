/** Three to five bars beside "Stage 1 of 2": set, now, not yet. `at` counts from 0; equal to `count` when all are set. */
export function Pins({ count, at }: { count: number; at: number }) {
  return (
    <span className="pins" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <i key={index} className={index < at ? 'set' : index === at ? 'now' : undefined} />
      ))}
    </span>
  );
}
