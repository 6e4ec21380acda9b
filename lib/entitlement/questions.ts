/** A text in the languages the policy gives it in (contract §4.3, localisation). */
export interface LocalizedText {
  text: string;
  /** languageCode → text. */
  translations: Record<string, string>;
}

interface QuestionBase {
  id: string;
  text: LocalizedText;
  isRequired: boolean;
  /** Speaks of later changes by an update only (contract §4.3). */
  isAnswerEditable: boolean;
}

export type Question =
  | (QuestionBase & { kind: 'text'; isSingleLine: boolean; regexPattern: string | null })
  | (QuestionBase & { kind: 'choice'; isMultiple: boolean; choices: { value: string; text: LocalizedText }[] });

/** A stored or typed answer to one question. `values` has one entry for text and single choice. */
export interface Answer {
  questionId: string;
  /** What the question looked like when answered, null where Graph did not say. */
  questionText: string | null;
  values: string[];
  /** What people read, beside values. */
  displayValues: string[];
}

/** The text in the reader's language: exact tag, then language part, then the policy's own. Contract §4.3. */
export function localized(text: LocalizedText, locale: string): string {
  const wanted = locale.toLowerCase();
  const language = languagePart(wanted);
  const entries = Object.entries(text.translations).map(([tag, words]) => ({ tag: tag.toLowerCase().replaceAll('_', '-'), words }));
  const found =
    entries.find(({ tag }) => tag === wanted) ??
    entries.find(({ tag }) => tag === language) ??
    entries.find(({ tag }) => languagePart(tag) === language);
  return found?.words || text.text;
}

/** Whether two questions ask the same in words, whatever their ids: the policy's own text, blanks and capitals apart. Never for an empty text. */
export function asksTheSame(a: string, b: string): boolean {
  const plain = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return plain(a) !== '' && plain(a) === plain(b);
}

/** What an answer to a question is worth: outer blanks off, empty ones and unknown choices left out, one value unless several are allowed. */
export function meantValues(question: Question, values: readonly string[] | undefined): string[] {
  const given = (values ?? []).map((value) => value.trim()).filter((value) => value !== '');
  if (question.kind === 'text') return given.slice(0, 1);
  const known = question.choices.map((choice) => choice.value).filter((value) => given.includes(value.trim()));
  return question.isMultiple ? known : known.slice(0, 1);
}

/** Wire answers for a request body: one object per selected choice (contract §4.3, behind this one function). */
export function toWireAnswers(questions: readonly Question[], values: Readonly<Record<string, string[]>>): unknown[] {
  return questions.flatMap((question) => meantValues(question, values[question.id]).map((value) => toWireAnswer(question, value)));
}

function toWireAnswer(question: Question, value: string): unknown {
  const isText = question.kind === 'text';
  return {
    '@odata.type': '#microsoft.graph.accessPackageAnswerString',
    value,
    displayValue: isText ? value : (question.choices.find((choice) => choice.value === value)?.text.text ?? value),
    answeredQuestion: {
      '@odata.type': isText ? '#microsoft.graph.accessPackageTextInputQuestion' : '#microsoft.graph.accessPackageMultipleChoiceQuestion',
      id: question.id,
    },
  };
}

function languagePart(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
