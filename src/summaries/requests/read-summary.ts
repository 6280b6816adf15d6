import { readAdjectives, readManner } from './read-manner.ts';
import type { Wish } from './strip-opening.ts';
import type { SummaryWanted, TypedRequest } from './typed-request.ts';

const verb =
  /^(?:(?<how>briefly|quickly|shortly|concisely|fully) )?(?:summari[sz]e|summari[sz]ing|sum up|sum (?:this|it|that) up|summing up|condense|boil down|pr[ée]cis|recap|tl;?dr:?)(?:\s+(?<object>.+))?$/is;
const noun =
  /^(?:(?:a|an|the|your|some|my)\s+)?(?<adjectives>(?:[\p{L}-]+,?(?: and)? ){0,5})(?:summary|pr[ée]cis|synopsis|digest|gist|recap|abstract|tl;?dr)(?<manner> (?:in|for) .+?)?\s+(?:of|on|for)\s+(?<object>.+)$/isu;
const bare =
  /^(?:(?:a|an|the|your|some|my)\s+)?(?<adjectives>(?:[\p{L}-]+,?(?: and)? ){0,5})(?:summary|pr[ée]cis|synopsis|recap|tl;?dr)(?<manner>,? .+)?$/isu;
/** What a summary can be called by; anything else before the word is a name, or says something. */
const adjective =
  /^(?:(?:one|single|1)[- ](?:sentence|line)|short|brief|quick|concise|full|long|longer|detailed|in-depth|comprehensive|thorough|board(?:-level| paper)?|executive|leadership|clinical|clinician|plain(?:[- ]english|[- ]language)?|lay|simple|easy(?:[- ]read)?|public|patient|and|good|nice|proper|two-line|hundred-word|\d+[- ]word|english|language|sentence|line|one|single|level)$/i;
const points =
  /^(?:the )?(?:(?:key|main|most important|central|principal|headline|chief) )?(?:points?|messages?|findings?|recommendations?|conclusions?|takeaways?|take-aways?|content|contents|gist|essence|results) (?:of|from|in) /i;
/** What somebody may want of a publication, who may as well ask about a subject. */
const keyPoints =
  /^(?<asks>what(?: are|['\u2019]re| were) )?(?:(?:the|some|its|your) )?(?:(?:[2-9]|10|two|three|four|five|six|few) )?(?:key|main|most important|central|principal|headline|top) (?:points?|messages?|take-?aways?|(?<found>findings?|conclusions?|recommendations?))(?<manner> (?:in|for) .+?)? (?:of|from|in) (?<object>.+)$/is;
/** A question, though it begins with an order. */
const asks =
  /^(?:what|how|why|who|whom|whose|when|whether|where|which|if|our (?:position|options|progress|performance)|your (?:answer|reply))\b/i;
const conversation =
  /^(?:(?:this|the|that|our|my|these|those|all|today['\u2019]?s|yesterday['\u2019]?s|last|above|whole|entire|recent|previous|unread|of|in) )*(?:slack )?(?:threads?|channels?|conversations?|discussions?|chats?|messages|meetings?|calls?|huddles?|dms?|replies|comments|posts|above|(?:#|<#)[\w-]+\S*)(?: (?:here|above|below|so far|in (?:this|the) (?:thread|channel)|from (?:today|yesterday|this morning|last week)|#\S+))*$/i;
/** Nothing is named: a word for anything, or for what was said before. */
const nothing =
  /^(?:(?:a|an|the|this|that|these|those|it|them|any|some|our|your|my) ?)?(?:papers?|documents?|publications?|reports?|polic(?:y|ies)|files?|texts?|articles?|something|anything|things?|stuff|attachments?|pdfs?|one|it|this|that|them|for me)?$/i;
/** All that there is on something, not one publication. */
const collection =
  /^(?:(?:all |everything |anything )?(?:the )?(?:(?:available|current|latest|existing|published|recent) )?(?:evidence|literature|research|papers|publications|documents|reports|studies|reading|policies|knowledge base|everything|all)|everything|what (?:we|you) (?:have|know|hold|(?:have|['\u2019]ve) got)|what(?:['\u2019]s| is) (?:known|there))(?: (?:that )?(?:we|you) (?:have|hold|(?:have|['\u2019]ve) got)| available| in the library| there is)?,? (?:on|about|for|regarding|around) (?<topic>.+)$/i;

/** What is to be summarised, and how, as it was typed. */
interface Order {
  object: string;
  /** What stands around the word `summary`: `a full … for the board`. */
  called: string;
  mayBeQuestion: boolean;
}

/** Reads a wish for a summary; null when it is for something else. */
export function readSummary(wish: Wish, isMarked: boolean): TypedRequest | null {
  const order =
    readOrder(wish, isMarked) ??
    (isMarked && !wish.isAskedFor ? null : readBare(wish)) ??
    readPoints(wish, isMarked);
  return order === null ? null : summaryOf(order);
}

/** As `readSummary`, beside a file, which is what is to be summarised, whatever it is called. */
export function readFileSummary(wish: Wish): Pick<SummaryWanted, 'length' | 'reader'> | null {
  const order =
    readOrder(wish, false) ?? readBare({ ...wish, isAskedFor: true }) ?? readPoints(wish, false);
  if (order === null) return null;
  const { length, reader } = mannerOf(order);
  return { length, reader };
}

function readOrder({ words, isAskedFor }: Wish, isMarked: boolean): Order | null {
  const told = verb.exec(words)?.groups;
  if (told !== undefined) {
    return { object: told.object ?? '', called: told.how ?? '', mayBeQuestion: false };
  }
  const { adjectives = '', manner = '', object = '' } = noun.exec(words)?.groups ?? {};
  // Who it is for is no publication: `a summary for clinicians`.
  if (object === '' || readBare({ words, isAskedFor }) !== null) return null;
  if (!areAdjectives(adjectives)) return null;
  if (!isAskedFor && (isMarked || saysSomething(object))) return null;
  return { object, called: `${adjectives}${manner}`, mayBeQuestion: false };
}

/** A summary of nothing that is named: `a full summary for the board`. */
function readBare({ words, isAskedFor }: Wish): Order | null {
  const { adjectives = '', manner = '' } = bare.exec(words)?.groups ?? {};
  if (!bare.test(words) || !areAdjectives(adjectives)) return null;
  if (readManner(`x${manner}`).rest !== 'x') return null;
  const isWish = isAskedFor || manner !== '';
  return isWish ? { object: '', called: `${adjectives}${manner}`, mayBeQuestion: false } : null;
}

/** What a publication finds is asked for more often than a summary of it. */
function readPoints({ words, isAskedFor }: Wish, isMarked: boolean): Order | null {
  const { asks: question, found, manner = '', object = '' } = keyPoints.exec(words)?.groups ?? {};
  if (object === '' || saysSomething(object) || nothing.test(object)) return null;
  if (question === undefined ? isMarked && !isAskedFor : found !== undefined) return null;
  return { object, called: manner, mayBeQuestion: true };
}

function areAdjectives(words: string): boolean {
  const called = words.split(/[\s,]+/).filter((word) => word !== '');
  return called.every((word) => adjective.test(word));
}

function summaryOf(order: Order): TypedRequest {
  const { rest, length, reader } = mannerOf(order);
  if (asks.test(rest)) return { kind: 'question' };
  if (conversation.test(rest)) return { kind: 'conversation' };
  const topic = collection.exec(rest)?.groups?.topic;
  if (topic !== undefined) return { kind: 'briefing', topic };
  const named = rest.replace(points, '').trim();
  const { mayBeQuestion } = order;
  return {
    kind: 'summary',
    named: nothing.test(named) ? '' : named,
    length,
    reader,
    mayBeQuestion,
  };
}

function mannerOf({ object, called }: Order): Pick<SummaryWanted, 'length' | 'reader'> & {
  rest: string;
} {
  const byName = readAdjectives(called);
  const told = readManner(`x ${called}`);
  const asked = object.trim().replace(/^(?:[:,\s]|of\s)+/i, '');
  const alone = readManner(`x ${asked}`);
  // Nothing is named: `summarise in one sentence`.
  const { rest, length, reader } = alone.rest === 'x' ? { ...alone, rest: '' } : readManner(asked);
  return {
    rest,
    length: length ?? byName.length ?? told.length ?? 'brief',
    reader: reader ?? byName.reader ?? told.reader ?? 'member',
  };
}

/** Goes on to say something of what it names, as a statement or a heading does. */
export function saysSomething(words: string): boolean {
  return /\b(?:is|are|was|were|has|have|had|should|must|will|would|can|could|may|might|does|do|did|shows?|says?|needs?)\b/i.test(
    words.replace(/["\u201c][^"\u201c\u201d]*["\u201d]/g, ''),
  );
}
