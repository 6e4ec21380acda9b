import { markedParts } from './search-text';

const NONE: ReadonlySet<string> = new Set();

/** People's text, isolated, with what the search matched marked. */
export function Marked({ text, asked, terms = NONE }: { text: string; asked: readonly string[]; terms?: ReadonlySet<string> | undefined }) {
  if (asked.length === 0) return <bdi>{text}</bdi>;
  return <bdi>{markedParts(text, asked, terms).map((part, at) => (part.marked ? <mark key={at}>{part.text}</mark> : part.text))}</bdi>;
}
