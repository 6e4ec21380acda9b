/** Characters of a question, or of a choice in words, that are kept beside an answer. */
export const LONGEST_ASKED = 500;
