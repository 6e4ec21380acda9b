/** The first heading of each part around it, nearest first, up to the page's main part. */
function headingsAround(element: HTMLElement): HTMLElement[] {
  const found = new Set<HTMLElement>();
  for (let part = element.parentElement; part; part = part.parentElement) {
    const heading = part.querySelector<HTMLElement>('h1, h2, h3');
    if (heading) found.add(heading);
    if (part.tagName === 'MAIN') break;
  }
  return [...found];
}

/**
 * `ref` of a button, or a form, that goes away with what it did: had it the focus, the nearest heading that is still there takes it, so that whoever
 * goes by keys is not thrown back to the top of the page.
 */
export function landOnHeading(button: HTMLElement | null): (() => void) | undefined {
  if (!button) return undefined;
  return () => {
    if (!button.contains(document.activeElement)) return;
    const headings = headingsAround(button);
    // Once it is gone.
    queueMicrotask(() => {
      const heading = headings.find(({ isConnected }) => isConnected);
      if (!heading || button.isConnected || document.activeElement !== document.body) return;
      heading.tabIndex = -1;
      heading.focus();
    });
  };
}
