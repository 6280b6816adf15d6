import { readAdjectives, readManner } from './read-manner.ts';
import type { Wish } from './strip-opening.ts';
import type { TypedRequest } from './typed-request.ts';

const verb =
  /^(?:(?<how>briefly|quickly|shortly|concisely|fully) )?(?:summari[sz]e|summari[sz]ing|sum up|summing up|condense|boil down|pr[ée]cis|recap|tl;?dr:?)(?:\s+(?<object>.+))?$/is;
const noun =
  /^(?:(?:a|an|the|your|some|my)\s+)?(?<adjectives>(?:[\p{L}-]+,?(?: and)? ){0,5})(?:summary|pr[ée]cis|synopsis|digest|gist|recap|abstract|tl;?dr)(?<manner> (?:in|for) .+?)?\s+(?:of|on|for)\s+(?<object>.+)$/isu;
/** What a summary can be called by; anything else before the word is a name, or says something. */
const adjective =
  /^(?:(?:one|single|1)[- ](?:sentence|line)|short|brief|quick|concise|full|long|longer|detailed|in-depth|comprehensive|thorough|board(?:-level| paper)?|executive|leadership|clinical|clinician|plain(?:[- ]english|[- ]language)?|lay|simple|easy(?:[- ]read)?|public|patient|and|good|nice|proper|two-line|hundred-word|\d+[- ]word|english|language|sentence|line|one|single|level)$/i;
const points =
  /^(?:the )?(?:(?:key|main|most important|central|principal|headline|chief) )?(?:points?|messages?|findings?|recommendations?|conclusions?|takeaways?|take-aways?|content|contents|gist|essence|results) (?:of|from|in) /i;
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

/** Reads a wish for a summary; null when it is for something else. */
export function readSummary({ words, isAskedFor }: Wish, isMarked: boolean): TypedRequest | null {
  const order = verb.exec(words)?.groups;
  if (order !== undefined) return summaryOf(order.object ?? '', order.how ?? '');
  const thing = noun.exec(words)?.groups;
  if (thing === undefined) return null;
  const { adjectives = '', manner = '', object = '' } = thing;
  const called = adjectives.split(/[\s,]+/).filter((word) => word !== '');
  if (!called.every((word) => adjective.test(word))) return null;
  if (!isAskedFor && (isMarked || saysSomething(object))) return null;
  return summaryOf(object, `${adjectives}${manner}`);
}

function summaryOf(object: string, called: string): TypedRequest {
  const asked = object.trim().replace(/^(?:[:,\s]|of\s)+/i, '');
  if (asks.test(asked)) return { kind: 'question' };
  const byName = readAdjectives(called);
  const told = readManner(`x ${called}`);
  const { rest, length, reader } = readManner(asked);
  if (conversation.test(rest)) return { kind: 'conversation' };
  const topic = collection.exec(rest)?.groups?.topic;
  if (topic !== undefined) return { kind: 'briefing', topic };
  const named = rest.replace(points, '').trim();
  return {
    kind: 'summary',
    named: nothing.test(named) ? '' : named,
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
