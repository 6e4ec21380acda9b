interface Drawn {
  dataset: DOMStringMap;
  getBoundingClientRect: () => Pick<DOMRect, 'top' | 'bottom'>;
}

/** Ids (`data-id`) of the rows of a list that are on the screen or within one screen of it. `height`: the screen's, px. */
export function idsOnScreen(list: { querySelectorAll: (selector: string) => Iterable<unknown> } | null, height: number): Set<string> {
  const ids = new Set<string>();
  for (const row of (list?.querySelectorAll('[data-id]') ?? []) as Iterable<Drawn>) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom >= -height && top <= 2 * height) ids.add(row.dataset.id ?? '');
  }
  return ids;
}
