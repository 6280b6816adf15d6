/** What form of answer a question asks for. */
export type QuestionType =
  | 'who'
  | 'when'
  | 'where'
  | 'how-many'
  | 'how-much'
  | 'how-long'
  | 'how'
  | 'why'
  | 'definition'
  | 'list'
  | 'yes-no'
  | 'what'
  /** No question form: a claim to be backed, or keywords. */
  | 'statement';

/** A standalone question, taken apart. */
export interface Question {
  text: string;
  type: QuestionType;
  /** The part that asks: the last question of a longer message, or all of it. */
  focus: string;
}
