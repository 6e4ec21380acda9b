interface Drawn {
  dataset: DOMStringMap;
  getBoundingClientRect: () => Pick<DOMRect, 'top' | 'bottom'>;
}

/** Ids (`data-id`) of the rows of a list that are on the screen or within one screen of it. `height`: the screen's, px. */
export function idsOnScreen(list: { querySelectorAll: (selector: string) => Iterable<unknown> } | null, height: number): Set<string> {
  const rows = list ? ([...list.querySelectorAll('[data-id]')] as Drawn[]) : [];
  const near = rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom >= -height && top <= 2 * height;
  });
  return new Set(near.flatMap(({ dataset: { id } }) => (id === undefined ? [] : [id])));
}
