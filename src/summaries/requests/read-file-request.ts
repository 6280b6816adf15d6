import { splitSentences } from '../../library/index.ts';
import { readFileSummary } from './read-summary.ts';
import { stripOpening } from './strip-opening.ts';
import type { SummaryWanted } from './typed-request.ts';

/** A request is short; in more words, a file comes with something else that is asked. */
const mostCharacters = 200;

/**
 * The summary that is asked for beside a file, such as `summarise this for the board`, read as in
 * `readRequest`; null when something else is.
 *
 * @param text plain, as the person wrote it.
 */
export function readFileRequest(text: string): Pick<SummaryWanted, 'length' | 'reader'> | null {
  const message = text.replace(/\s+/g, ' ').trim();
  if (message.length > mostCharacters) return null;
  const sentences = splitSentences(message).map(({ start, end }) => message.slice(start, end));
  const read = sentences.map((sentence) => readFileSummary(stripOpening(sentence)));
  const asksElse = sentences.some(
    (sentence, index) => read[index] === null && sentence.includes('?'),
  );
  const [only, ...others] = read.filter((wanted) => wanted !== null);
  return only === undefined || others.length > 0 || asksElse ? null : only;
}
