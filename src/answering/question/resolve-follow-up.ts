import type { EarlierExchange } from './earlier-exchange.ts';
import { refersBack } from './refers-back.ts';
import { nameOf, topicOf } from './topic-of.ts';

const bareQuestion =
  /^(?:and |but |so |ok(?:ay)? )*(?:why|how|when|where|who|which(?: one)?s?|how (?:so|come|many|much|often|long)|why (?:not|is that|so|was that)|since when|says who|by whom|for whom|what else|such as(?: what)?|like what|(?:any )?examples?|for example|for instance|really|are you sure|go on|(?:tell me |say |anything )?more(?: (?:please|about (?:it|that|this)))?|in what way|according to whom)\s*(?:please)?[?.!]*$/i;
const whoSaid =
  /\bwho (?:said|says|wrote|claims?|claimed|stated|decided|found|reported) (?:that|this|it|so)\b/i;
const fragment =
  /^(?:and|but|or|also|then|what|how)\s+(?:what |how )?(?:about\s+|if\s+)?|^(?:for|in|on|at|by|with|from|among|after|before|during|under)\s/i;
const leads =
  /^(?:ok(?:ay)?,? |right,? |and |but |so |also |then |or )*(?:(?:what|how) about|what of)\s+(?<rest>.+)$/i;
const joined = /^(?:ok(?:ay)?,? |right,? )*(?:and|but|or|also)\s+(?<rest>.+)$/i;
const preposition =
  /^(?<word>for|in|on|at|by|with|from|among|after|before|during|under|of|to)\s+\S/i;
const clause =
  /\b(?:is|are|was|were|do|does|did|can|could|may|might|must|should|shall|will|would|has|have|had|who|what|which|when|where|why|how)\b/i;

/**
 * Makes a question stand alone with the exchange before it: `and for mental health?`, `why?`, `who
 * said that?`, `how many staff do they have?`. A question that stands alone already is returned as
 * it is, whatever was said before.
 */
export function resolveFollowUp(question: string, earlier: EarlierExchange | null): string {
  const asked = question.trim();
  if (earlier === null) return asked;
  const topic = topicOf(earlier.question);
  if (whoSaid.test(asked) && earlier.claim !== null) {
    return `${strip(asked)}: \u201c${earlier.claim}\u201d?`;
  }
  if (bareQuestion.test(asked)) return `${strip(asked)}, regarding ${topic}?`;
  const rest = leads.exec(asked)?.groups?.rest ?? joined.exec(asked)?.groups?.rest;
  if (rest !== undefined && !clause.test(rest)) return carryOver(earlier.question, strip(rest));
  if (
    fragment.test(asked) &&
    !clause.test(asked.replace(fragment, '')) &&
    preposition.test(asked)
  ) {
    return carryOver(earlier.question, strip(asked));
  }
  const pronoun = refersBack(asked);
  if (pronoun === null) return asked;
  const name = nameOf(earlier.question);
  const replacement = pronoun.isPossessive ? possessive(name) : name;
  if (pronoun.keeps) return `${strip(asked)}, regarding ${topic}?`;
  return `${asked.slice(0, pronoun.start)}${replacement}${asked.slice(pronoun.end)}`;
}

/** The earlier question about something else: `What did it say about housing?` + `mental health`. */
function carryOver(earlier: string, rest: string): string {
  const base = strip(earlier);
  const word = preposition.exec(rest)?.groups?.word;
  if (word === undefined) {
    const about = /^(.*\b(?:about|for)) .+$/i.exec(base)?.[1];
    return about === undefined ? `${base}, regarding ${rest}?` : `${about} ${rest}?`;
  }
  // "And for children?" after a question about housing asks about children.
  const slot = /^for$/i.test(word) ? 'for|about' : word;
  const place = new RegExp(
    `^(.*\\b(?:${slot})) (?:(?!\\b(?:about|for|in|at|on|of)\\b).)+$`,
    'i',
  ).exec(base);
  return place?.[1] === undefined
    ? `${base} ${rest}?`
    : `${place[1]} ${rest.slice(word.length).trim()}?`;
}

const strip = (text: string): string => text.trim().replace(/[\s?.!]+$/, '');

const possessive = (name: string): string =>
  /s$/i.test(name) ? `${name}\u2019` : `${name}\u2019s`;
