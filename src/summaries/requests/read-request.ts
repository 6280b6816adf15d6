import { splitSentences } from '../../library/index.ts';
import { readBriefing } from './read-briefing.ts';
import { readChanges } from './read-changes.ts';
import { readComparison } from './read-comparison.ts';
import { readSummary } from './read-summary.ts';
import { stripOpening } from './strip-opening.ts';
import type { TypedRequest } from './typed-request.ts';

/** A longer message tells a story or asks something; nobody names a publication in so many words. */
const mostCharacters = 600;
const mostSentences = 4;
const missed =
  /^(?:what(?:['\u2019]ve| have| did) i miss(?:ed)?\b|catch me up\b|recap(?: (?:this|the|today).*)?$)/i;

/**
 * Reads what somebody wants who types in their own words: a summary, a comparison, what has changed
 * from one edition to the next, a briefing. Anything that may be an ordinary question stays one, also
 * where it only holds such words (`How do we summarise outcomes?`).
 */
export function readRequest(text: string): TypedRequest {
  const message = text.replace(/\s+/g, ' ').trim();
  if (message.length > mostCharacters) return { kind: 'question' };
  const sentences = splitSentences(message).map(({ start, end }) => message.slice(start, end));
  if (sentences.length > mostSentences) return { kind: 'question' };
  const read = sentences.map(readSentence);
  const wanted = read.filter(({ kind }) => kind !== 'question');
  const [only] = wanted;
  const asksElse = sentences.some(
    (sentence, index) => read[index]?.kind === 'question' && sentence.includes('?'),
  );
  return only === undefined || wanted.length > 1 || asksElse ? { kind: 'question' } : only;
}

function readSentence(sentence: string): TypedRequest {
  const isMarked = sentence.trim().endsWith('?');
  const wish = stripOpening(sentence);
  if (missed.test(wish.words)) return { kind: 'conversation' };
  return (
    readChanges(wish) ??
    readComparison(wish, isMarked) ??
    readBriefing(wish, isMarked) ??
    readSummary(wish, isMarked) ?? { kind: 'question' }
  );
}
