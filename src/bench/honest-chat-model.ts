import type { ChatChunk, ChatModel, ChatRequest } from '../prompting/index.ts';
import type { AnswerStopwatch } from './answer-stopwatch.ts';

/** Passages in a prompt: their label, the marker of the prompt and the text. */
const passage =
  /<<(?<id>P\d+), [^\n]* (?<marker>[0-9a-f]{12})>>\n(?<text>[\s\S]*?)\n<<end \k<marker>>>/g;
const sentence = /\p{Lu}[^.!?\n]+\.(?=\s|$)/gu;
const mostClaims = 3;
const fewestWords = 6;
const mostCharacters = 400;
/** One answer in so many begins with a claim that fails and is repaired. */
const answersPerRepair = 8;
const pieceLength = 24;

interface HonestClaim {
  text: string;
  quotes: { passage: string; quote: string }[];
}

/**
 * A model without latency: it says sentences of the passages it is shown and quotes them, and now
 * and then gets a quote wrong at first. Its pieces end where claims end, so that what is done with a
 * complete claim can be told from reading on.
 */
export function createHonestChatModel(stopwatch: Pick<AnswerStopwatch, 'enter'>): ChatModel {
  let answers = 0;
  return {
    name: 'honest',
    async *stream(request): AsyncGenerator<ChatChunk> {
      stopwatch.enter('model');
      if (request.output.name === 'compose-answer') answers += 1;
      const errs = request.output.name === 'compose-answer' && answers % answersPerRepair === 0;
      for (const text of piecesOf(request, errs)) {
        stopwatch.enter(text.endsWith('}') ? 'verifying' : 'parsing');
        yield { kind: 'text', text };
        stopwatch.enter('model');
      }
      stopwatch.enter('parsing');
      yield { kind: 'end', reason: 'complete', usage: null };
      stopwatch.enter('parsing');
    },
  };
}

function piecesOf({ messages, output }: ChatRequest, errs: boolean): string[] {
  if (output.name === 'judge-support') return ['{"supported": true}'];
  if (output.name === 'plan-search') return ['{"kind": "one", "parts": []}'];
  if (!['compose-answer', 'repair-claim'].includes(output.name)) return ['{}'];
  const prompt = messages.map(({ content }) => content).join('\n');
  const claims = claimsOf(prompt).slice(0, output.name === 'repair-claim' ? 1 : mostClaims);
  const written = claims.map((claim, index) =>
    JSON.stringify(errs && index === 0 ? misquoted(claim) : claim),
  );
  const whole = written.flatMap((each, index) => [
    ...(each.slice(0, -1).match(new RegExp(`[\\s\\S]{1,${pieceLength}}`, 'g')) ?? []),
    '}',
    ...(index < written.length - 1 ? [','] : []),
  ]);
  return ['{"claims": [', ...whole, ']', '}'];
}

/** A sentence of each passage, as claim and as quote. */
function claimsOf(prompt: string): HonestClaim[] {
  return [...prompt.matchAll(passage)].flatMap(({ groups }) => {
    const { id = '', text = '' } = groups ?? {};
    const quote = text.match(sentence)?.find(isQuotable);
    return quote === undefined ? [] : [{ text: quote, quotes: [{ passage: id, quote }] }];
  });
}

function isQuotable(text: string): boolean {
  return text.length <= mostCharacters && text.split(' ').length >= fewestWords;
}

function misquoted({ text, quotes }: HonestClaim): HonestClaim {
  return { text, quotes: quotes.map((each) => ({ ...each, quote: `${each.quote} Or not.` })) };
}
