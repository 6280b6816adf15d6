/** What is wanted, without what people say before it. */
export interface Wish {
  words: string;
  /** Somebody asked for it, `could you …`, so that a noun alone is no heading or part of a question. */
  isAskedFor: boolean;
}

const greeting =
  /^(?:(?:hi|hello|hey|hiya|dear|morning|good (?:morning|afternoon|evening)|ok(?:ay)?|right|so|and|also|now|then|concord|@concord|all|team|everyone|there|please|pls|kindly|just|quickly)\b[\s,:!.\u2013-]*)+/i;
const openings = [
  /^(?:would|do) you mind\s+/i,
  /^(?:can|could|would|will) (?:you|u)(?:,? please|,? kindly| possibly| just| quickly)*[\s,]+/i,
  /^i(?: would|'d|\u2019d)? (?:like|love|want|need)(?: it if)?(?: you)?(?: to)?\s+/i,
  /^(?:we|i)(?: would|'d|\u2019d)? (?:need|want|like)(?: you)?(?: to)?\s+/i,
  /^(?:i(?:'m| am|\u2019m) (?:looking for|after)|is it possible to|may i have|(?:can|could|may) (?:i|we) (?:have|get|see|please have))\s+/i,
  /^i could (?:really )?do with\s+/i,
  /^(?:any|is there any) chance of\s+(?:getting )?/i,
  /^needs? (?=an?\b|the\b)/i,
  /^(?:please|pls|kindly)\s+/i,
  /^(?:give|get|send|show|write|draft|make|produce|create|prepare|do|provide|offer|let)(?: (?:me|us|up(?! to)|together|have))*(?: please)?\s+/i,
  /^(?:have|see)\s+(?=an?\b|the\b)/i,
  /^(?:help me(?: to)?|let(?:'s|\u2019s| us))\s+/i,
  /^put together\s+/i,
] as const;
const mostOpenings = 6;

/** Takes greetings, `could you please` and `give me` off the beginning of a sentence. */
export function stripOpening(sentence: string): Wish {
  let words = sentence.trim().replace(greeting, '');
  let isAskedFor = false;
  for (let taken = 0; taken < mostOpenings; taken += 1) {
    const opening = openings.find((pattern) => pattern.test(words));
    if (opening === undefined) break;
    words = words.replace(opening, '').trim();
    isAskedFor = true;
  }
  return { words: words.replace(/[\s?!.]+$/, ''), isAskedFor };
}
