/* Runs in the page: it may use nothing from outside itself. */

/** What is cut off, sticks out or lies over something else on the page as it stands, each as one line. */
export function layoutFaults(): string[] {
  const faults = new Set<string>();
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}${[...element.classList].map((one) => `.${one}`).join('')}`;
  const words = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
  const where = (element: Element) => `${name(element.parentElement ?? element)} > ${name(element)} “${words(element)}”`;
  const isHidden = (element: Element) =>
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
    element.closest('.vh, [aria-hidden=true], .skip') !== null;
  const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const scroller = (element: Element): Element | null => {
    for (let up: Element | null = element; up && up !== document.documentElement; up = up.parentElement) if (scrolls(up)) return up;
    return null;
  };
  /** What people wrote may be shortened with an ellipsis; our own words may not. */
  const isTheirs = (element: Element) => element.closest('bdi, [dir=auto]') !== null || element.querySelector('bdi, [dir=auto]') !== null;

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.add(`the page is ${root.scrollWidth} wide on ${root.clientWidth}`);

  const layer = (element: Element): Element => {
    for (let up: Element | null = element; up; up = up.parentElement) {
      if (/fixed|sticky/.test(getComputedStyle(up).position) || up.matches('dialog, [popover], [role=dialog]')) return up;
    }
    return root;
  };
  /** What of a line is seen: an ancestor that clips takes the rest. */
  const seen = (element: Element, line: DOMRect): DOMRect => {
    let { left, top, right, bottom } = line;
    for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(up);
      if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) continue;
      const box = up.getBoundingClientRect();
      [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const texts: { element: Element; rect: DOMRect; layer: Element }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!element || !node.nodeValue?.trim() || /script|style|title|option/i.test(element.tagName) || isHidden(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 2 || rect.height < 2) continue;
      const box = scroller(element);
      if (!box && (rect.left < -1 || rect.right > root.clientWidth + 1)) faults.add(`off the screen: ${where(element)}`);
      const control = element.closest('button, .btn, .tag, .tabs a, summary, .chip');
      const edge = control?.getBoundingClientRect();
      if (edge && (rect.right > edge.right + 1 || rect.left < edge.left - 1)) faults.add(`out of its control: ${where(element)}`);
      texts.push({ element, rect: seen(element, rect), layer: layer(element) });
    }
  }

  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (element.clientWidth === 0 || style.display === 'inline' || isHidden(element) || scrolls(element) || element.closest('svg'))
      continue;
    if (/^(input|textarea|select)$/i.test(element.tagName)) {
      const field = element as HTMLInputElement;
      if (field.tagName === 'SELECT' && element.scrollWidth > element.clientWidth + 1) faults.add(`cut: ${where(element)}`);
      continue;
    }
    const ownText = [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.nodeValue?.trim());
    // A key's cap hangs a little out of its button.
    const room = element.querySelector('kbd') ? 5 : 1;
    if (element.scrollWidth > element.clientWidth + room && ownText) {
      if (!(style.textOverflow === 'ellipsis' && isTheirs(element))) {
        faults.add(`cut: ${where(element)} ${element.scrollWidth} in ${element.clientWidth}`);
      }
    }
    if (ownText && /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 2 && !isTheirs(element)) {
      faults.add(`cut below: ${where(element)} ${element.scrollHeight} in ${element.clientHeight}`);
    }
  }

  for (let i = 0; i < texts.length; i++) {
    for (let j = i + 1; j < texts.length; j++) {
      const [one, other] = [texts[i], texts[j]];
      if (!one || !other || one.layer !== other.layer || one.element === other.element) continue;
      const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const height = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      // Lines of one paragraph touch; a third of a line over another one is a fault.
      if (width > 4 && height > 0.34 * Math.min(one.rect.height, other.rect.height)) {
        faults.add(`over each other: ${where(one.element)} and ${where(other.element)}`);
      }
    }
  }
  return [...faults];
}

/** Texts with letters that no message wrote, where the page is in the pseudo language: each as one line. */
export function plainTexts(): string[] {
  const faults = new Set<string>();
  /** What people and Graph wrote, dates and keys: everything between isolates or in an element for it. */
  const filled = /\u2068[^\u2068\u2069]*\u2069/g;
  /** What Intl writes of days and periods. */
  const dates =
    /\b(?:\w+day|January|February|March|April|May|June|July|August|September|October|November|December|minutes?|hours?|days?|weeks?|months?|years?|and)\b/g;
  const without = (text: string): string => {
    const less = text.replace(filled, '');
    return less === text ? text : without(less);
  };
  const report = (text: string, element: Element, what: string) => {
    const rest = without(text);
    if (/[A-Za-z]{2,}/.test(rest.replace(dates, '')))
      faults.add(`${what} in ${element.tagName.toLowerCase()}.${element.className}: “${text.trim().slice(0, 60)}”`);
  };
  const theirs = '.ava, bdi, [dir=auto], time, kbd, code, .logo, option, [lang]:not(html)';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!element || /script|style|noscript/i.test(element.tagName) || element.closest(theirs)) continue;
    report(node.nodeValue ?? '', element, 'text');
  }
  for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
    for (const attribute of ['aria-label', 'placeholder', 'title', 'alt']) {
      const value = element.getAttribute(attribute);
      if (value && !element.matches('time')) report(value, element, attribute);
    }
  }
  return [...faults];
}
