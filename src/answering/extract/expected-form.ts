import type { QuestionType } from '../question/question.ts';

const number =
  /\p{N}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|half|third|quarter|dozen|once|twice|double|none|no one|nobody|every|most)\b/iu;
const sum =
  /[\u00a3$\u20ac]\s?\d|\b\d[\d,.]*\s?(?:million |billion |thousand )?(?:pounds|dollars|euros|pence|%|per cent)|\bfree\b/iu;
const date =
  /\b(?:1[5-9]|20|21)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|winter|century|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b(?:after|before|until|since|within|during)\b.*\p{N}/iu;
const duration =
  /\b(?:hours?|minutes?|days?|weeks?|months?|years?|immediately|overnight|decades?|at once|as soon as)\b/iu;
const agent =
  /(?<=\S\s)\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)+|\b(?:team|nurses?|doctors?|gps?|consultants?|clinicians?|managers?|board|council|practice|hospital|trusts?|patients?|people|carers?|officer|director|chief|leaders?|pharmacists?|group|panel|committee|staff|society|university|minister|president|king|queen|company|organi[sz]ations?)\b/u;
const place =
  /\b(?:in|at|on|near|from|to)\s(?:the\s)?(?:\p{Lu}\p{L}+|hospital|home|community|clinic|practice|ward|surgery|online|website)/u;
const reason =
  /\b(?:because|since|therefore|due to|owing to|as a result|result(?:s|ed)? (?:in|from)|so that|in order to|leads? to|led to|caus(?:es?|ed|ing)|reasons?|means that|explain(?:s|ed)?|thus|hence|why)\b/iu;
const manner =
  /\b(?:by|using|through|via|with|steps?|first|then|apply|must|should|can|need to|method|process)\b/iu;
const definition =
  /\b(?:is|are|was|were|means?|refers? to|stands? for|consists? of|defined as|known as|called)\b|\u2013|\(/iu;
const stance =
  /\b(?:must|should|may|can|could|cannot|need|required?|allowed|entitled|eligible|only|not|no|never|unless|if|always|does|do|is|are|was|were|will|would)\b|n['\u2019]t\b/iu;
const several = /[,;].*\b(?:and|or)\b|:|\b(?:first|second|both|also|include[sd]?|including)\b/iu;

const forms: Readonly<Partial<Record<QuestionType, RegExp>>> = {
  'how-many': number,
  'how-much': sum,
  'how-long': duration,
  when: date,
  who: agent,
  where: place,
  why: reason,
  how: manner,
  definition,
  'yes-no': stance,
  list: several,
};

/** Whether a text has the form of an answer to such a question; null when any form would do. */
export function hasExpectedForm(type: QuestionType, text: string): boolean | null {
  return forms[type]?.test(text) ?? null;
}
