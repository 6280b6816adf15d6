import { createAnalyser } from '../../retrieval/index.ts';
import { resolveFollowUp } from '../question/resolve-follow-up.ts';

/** A longer message is a story, of which no rule can tell what belongs to which question. */
const longestMessage = 1_000;
const mostQuestions = 4;
/** Words that say something; with fewer, a question leans on what stands beside it. */
const fewestTerms = 2;
const afterMark = /(?<=\?["'\u2019\u201d)]{0,2})\s+/;

const analyser = createAnalyser();

/**
 * The questions of a message in which each ends in a question mark, with what was said before it, and
 * made to stand alone with the one before it. Only the message itself when it holds one, or when a
 * rule cannot tell: where a question goes on after `and`, a model does better.
 */
export function splitQuestions(message: string): string[] {
  if (message.length > longestMessage) return [message];
  const questions = questionsOf(message);
  const isSplit = questions.length > 1 && questions.length <= mostQuestions;
  if (!isSplit || questions.some(isScant)) return [message];
  let earlier: string | null = null;
  return questions.map((question) => {
    const before = earlier === null ? null : { question: earlier, claim: null };
    earlier = resolveFollowUp(question, before);
    return earlier;
  });
}

/** Each up to its question mark; what follows the last belongs to it. */
function questionsOf(message: string): string[] {
  const questions = message.trim().split(afterMark);
  const rest = questions.at(-1) ?? '';
  if (questions.length === 1 || rest.includes('?')) return questions;
  return [...questions.slice(0, -2), questions.slice(-2).join(' ')];
}

function isScant(question: string): boolean {
  return analyser.terms(question).length < fewestTerms;
}
