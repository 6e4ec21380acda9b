/** People one page asks for: more are easier told apart in two rounds. */
export const MOST_PEOPLE = 20;
