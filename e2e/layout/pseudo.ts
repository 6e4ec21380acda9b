import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import compile from 'icu-minify/compile';

type Tree = { [key: string]: string | Tree };
type Compiled = { [key: string]: ReturnType<typeof compile> | Compiled };

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = [...'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ'];
const filler = ['öñé', 'ţŵö', 'ţĥŕéé', 'ƒöûŕ', 'ƒîṽé', 'šîẋ', 'šéṽéñ', 'éîĝĥţ', 'ñîñé'];

/** What a message reads like in no language: every letter accented, 40% longer, in brackets; what is filled in stands between isolates. */
function pseudo(message: string): string {
  const elements = parse(message);
  let letters = 0;
  const walk = (list: MessageFormatElement[]): MessageFormatElement[] =>
    list.flatMap((element): MessageFormatElement[] => {
      switch (element.type) {
        case TYPE.literal:
          letters += element.value.length;
          return [{ ...element, value: [...element.value].map((letter) => accented[plain.indexOf(letter)] ?? letter).join('') }];
        case TYPE.argument:
          return [text('\u2068'), element, text('\u2069')];
        case TYPE.tag:
          return [{ ...element, children: walk(element.children) }];
        case TYPE.plural:
        case TYPE.select:
          for (const option of Object.values(element.options)) option.value = walk(option.value);
          return [element];
        default:
          return [element];
      }
    });
  const walked = walk(elements);
  if (!/[^\s\p{P}\p{S}]/u.test(wordsOf(elements))) return printAST(walked);
  return printAST([text('⟦'), ...walked, text(`${longer(Math.ceil(averaged(letters, elements) * 0.4), /\s/.test(message))}⟧`)]);
}

const text = (value: string): MessageFormatElement => ({ type: TYPE.literal, value });

/** A choice shows one of its branches: their letters are shared out. */
function averaged(letters: number, elements: readonly MessageFormatElement[]): number {
  const branches = elements.map((element) => ('options' in element ? Object.keys(element.options).length : 1));
  return letters / Math.max(1, ...branches);
}

function wordsOf(elements: readonly MessageFormatElement[]): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      if (element.type === TYPE.tag) return wordsOf(element.children);
      return 'options' in element
        ? Object.values(element.options)
            .map((option) => wordsOf(option.value))
            .join('')
        : '';
    })
    .join('');
}

/** One word grows in itself, as German ones do; several get further words. */
function longer(letters: number, isSeveral: boolean): string {
  if (!isSeveral) return 'ñ'.repeat(Math.max(1, letters));
  let words = '';
  for (let next = 0; words.length < letters; next++) words += ` ${filler[next % filler.length]}`;
  return words;
}

function compiled(tree: Tree): Compiled {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, typeof value === 'string' ? compile(pseudo(value)) : compiled(value)]),
  );
}

/** Writes all English messages in the pseudo language, as the portal's builder compiles them. */
export function writePseudoMessages(path: string) {
  const folder = join(import.meta.dirname, '../../lib/i18n/messages/en');
  const all = readdirSync(folder).map((file) => [
    file.replace('.json', ''),
    compiled(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Tree),
  ]);
  writeFileSync(path, JSON.stringify(Object.fromEntries(all)));
}
