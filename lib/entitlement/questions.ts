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
export declare function localized(text: LocalizedText, locale: string): string;

/** Wire answers for a request body: one object per selected choice (contract §4.3, behind this one function). */
export declare function toWireAnswers(questions: readonly Question[], values: Readonly<Record<string, string[]>>): unknown[];
