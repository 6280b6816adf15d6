import { z } from 'zod';
import { asData, ChatModelError } from '../../prompting/index.ts';
import { createAnalyser } from '../../retrieval/index.ts';
import { checkLinks } from './check-links.ts';
import type { ModelCalls } from './model-calls.ts';

/** A question of the conversation with what was answered. */
export interface ConversationTurn {
  question: string;
  /** Empty when nothing was. */
  claims: readonly string[];
}

const mostTokens = 200;
/** UTF-16 code units. */
const longestQuestion = 400;
const longestAnswer = 600;

const form = z.object({ question: z.string().trim().min(1).max(longestQuestion) });

const analyser = createAnalyser();

/**
 * Makes a follow-up stand alone with a model, which can only carry over words of the conversation:
 * a question with others, or with a link or mention, is not believed. Null when the model gives none
 * that is.
 *
 * @param conversation - Oldest first; at least one, and all of it for the eyes of who asks.
 */
export async function condenseQuestion(
  calls: ModelCalls,
  question: string,
  conversation: readonly ConversationTurn[],
): Promise<string | null> {
  const earlier = conversation.map(writeOut);
  const condensed = await calls
    .read(
      {
        step: 'condense',
        prompt: 'condense-question',
        values: (marker) => ({
          earlier: earlier.map((turn) => asData('earlier', turn, marker)).join('\n\n'),
          question: asData('question', question, marker),
        }),
        mostTokens,
      },
      form,
    )
    .catch((error: unknown) => {
      if (error instanceof ChatModelError) return null;
      throw error;
    });
  if (condensed === null) return null;
  const text = condensed.question.replace(/\s+/g, ' ');
  return isMadeOf(text, [question, ...earlier]) && isPlain(text) ? text : null;
}

function writeOut({ question, claims }: ConversationTurn): string {
  const answer = claims.join(' ').slice(0, longestAnswer);
  return `Question: ${question}\nAnswer: ${answer === '' ? 'none was found' : answer}`;
}

/** Whether all words that say something are of the conversation. */
function isMadeOf(text: string, conversation: readonly string[]): boolean {
  const known = new Set(conversation.flatMap((part) => analyser.terms(part)));
  return analyser.terms(text).every((term) => known.has(term));
}

function isPlain(text: string): boolean {
  return checkLinks({ text, quotes: [], publications: [] }) === null;
}
