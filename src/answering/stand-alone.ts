import type { Audience } from '../people/index.ts';
import { createAnalyser } from '../retrieval/index.ts';
import type { Exchange, ExchangeStore } from './exchange.ts';
import { condenseQuestion } from './model/condense-question.ts';
import type { ModelCalls } from './model/model-calls.ts';
import { resolveFollowUp } from './question/resolve-follow-up.ts';

/** How far back a follow-up may reach. */
const exchangesRemembered = 5;
/** A question with as few words that say something may lean on what was said before. */
const fewWords = 3;

const analyser = createAnalyser();

/**
 * Those of a conversation's last exchanges that asked something and that this person might have had
 * themselves, oldest first: what was answered for others must not flow into their question.
 */
export async function rememberConversation(
  exchanges: ExchangeStore,
  { conversation, audiences }: { conversation: string; audiences: readonly Audience[] },
): Promise<Exchange[]> {
  const latest = await exchanges.latest(conversation, exchangesRemembered);
  return latest.filter(
    ({ answer, audiences: theirs }) =>
      !(answer.kind === 'abstention' && answer.reason === 'no-question') &&
      theirs.every((audience) => audiences.includes(audience)),
  );
}

/**
 * The question as somebody would ask it who has not read the conversation, made by a model where
 * there is one and the question needs it, else by rules.
 *
 * @param calls - Null without a model.
 */
export async function makeStandAlone(
  question: string,
  conversation: readonly Exchange[],
  calls: ModelCalls | null,
): Promise<string> {
  const last = conversation.at(-1);
  if (last === undefined) return question;
  const claim = claimsOf(last)[0] ?? null;
  const resolved = resolveFollowUp(question, { question: last.standaloneQuestion, claim });
  const isTerse = analyser.terms(question).length <= fewWords;
  if (calls === null || (resolved === question && !isTerse)) return resolved;
  const turns = conversation.map((exchange) => ({
    question: exchange.standaloneQuestion,
    claims: claimsOf(exchange),
  }));
  return (await condenseQuestion(calls, question, turns)) ?? resolved;
}

function claimsOf({ answer }: Exchange): string[] {
  return answer.kind === 'answer' ? answer.claims.map(({ text }) => text) : [];
}
