/** The five depths (0–4) of a package's own key: FNV-1a (32 bit) of its id, mixed once per notch; never the same depth twice in a row. */
export function cutDepths(packageId: string): number[] {
  let h = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(packageId)) h = Math.imul(h ^ byte, 0x01000193) >>> 0;
  const depths: number[] = [];
  for (let notch = 0; notch < 5; notch++) {
    h ^= h >>> 13;
    h = Math.imul(h, 1540483477) >>> 0;
    const depth = (h >>> 9) % 5;
    depths.push(depth === depths.at(-1) ? (depth + 2) % 5 : depth);
  }
  return depths;
}

const round = (value: number) => String(Number(value.toFixed(1)));

/** The silhouette in a 66 × 24 box: bow at the start, notches 7.2 apart and 1.9 deep per step, from the tip back to the bow. */
export function cutPath(packageId: string): string {
  const notches = cutDepths(packageId)
    .map((depth, index) => {
      const end = 60 - (4 - index) * 7.2;
      const y = round(6 + depth * 1.9);
      return `L${round(end)} 6L${round(end - 1.8)} ${y}L${round(end - 5.4)} ${y}L${round(end - 7.2)} 6`;
    })
    .reverse()
    .join('');
  return `M19 8A9.5 9.5 0 1 0 19 16V18.5H60.5L64.5 14.5 61 6${notches}H19ZM9.5 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z`;
}
