/** Most characters that are looked up; whoever asks more is told so. */
export const mostQuestionCharacters = 2_000;

export interface ShortenedQuestion {
  text: string;
  /** Says what of a long question was used; null when all of it was. */
  note: string | null;
}

/**
 * What is looked up of a question, however long it is: of a very long one the sentences that ask
 * something, or else its beginning.
 */
export function shortenQuestion(question: string): ShortenedQuestion {
  if (question.length <= mostQuestionCharacters) return { text: question, note: null };
  const most = mostQuestionCharacters.toLocaleString('en-GB');
  const asking = firstOf(askingSentences(question));
  if (asking !== '') {
    return {
      text: asking,
      note: `Your question has more than ${most} characters, so only its sentences with a question mark were looked up.`,
    };
  }
  return {
    text: beginningOf(question),
    note: `Your question has more than ${most} characters, so only the first ${most} were looked up.`,
  };
}

function askingSentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/).filter((part) => part.endsWith('?'));
}

/** Whole sentences from the beginning, as many as fit. */
function firstOf(sentences: readonly string[]): string {
  let text = '';
  for (const sentence of sentences) {
    const longer = `${text} ${sentence.trim()}`.trim();
    if (longer.length > mostQuestionCharacters) break;
    text = longer;
  }
  return text;
}

function beginningOf(text: string): string {
  const beginning = text.slice(0, mostQuestionCharacters).toWellFormed();
  const end = beginning.lastIndexOf(' ');
  return end > mostQuestionCharacters / 2 ? beginning.slice(0, end) : beginning;
}
