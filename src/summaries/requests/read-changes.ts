import { divideNames } from './divide-names.ts';
import type { Wish } from './strip-opening.ts';
import type { ChangesWanted } from './typed-request.ts';

const what =
  "(?:what(?:['\\u2019]s| is| has| are| have|s)?(?: been)?(?: all)?|which things(?: have)?)";
const between: readonly RegExp[] = [
  /^(?:has|have|did) (?:anything|something|much|things) chang(?:ed|e) (?:between|from) (?<names>.+)$/i,
  new RegExp(
    `^${what} (?:changed|different|altered|amended|revised|updated)(?: there)? (?:between|from) (?<names>.+)$`,
    'i',
  ),
  new RegExp(`^${what} (?:the )?(?:changes?|differences?) (?:between|from) (?<names>.+)$`, 'i'),
  /^what changes (?:were|have been|was) made (?:between|from) (?<names>.+)$/i,
  /^(?:(?:list|name|tell me|tell us|explain|describe|set out|outline|summari[sz]e|find|identify|highlight)\s+)?(?:(?:all|a list of|an? (?:overview|summary) of)\s+)?(?:the\s+)?(?:(?:main|key|important) )?(?:changes?|differences?|what(?:['\u2019]s| has| is)? (?:changed|different)) (?:between|from) (?<names>.+)$/i,
  /^track (?:the )?changes (?:between|from) (?<names>.+)$/i,
];
const against =
  "(?:compared (?:with|to)|in comparison (?:with|to)|since|versus|vs\\.?|over|relative to|against|from|than in|that (?:was not|wasn't) in)";
const newIn: readonly RegExp[] = [
  new RegExp(
    `^(?:what(?:['\\u2019]s| is|s)?|tell me what(?:['\\u2019]s| is)?) (?:new|different|changed) (?:in|about|with) (?<later>.+?),? ${against} (?<earlier>.+)$`,
    'i',
  ),
  /^what (?:did|does|has|do) (?<later>.+?) (?:change|changed|alter|revise|add|amend)s?(?: (?:from|in|compared (?:with|to)|since|about|to)) (?<earlier>.+)$/i,
  /^how (?:does|do|did|is|has) (?<later>.+?) (?:differ(?:s|ed)?|different|changed?) (?:from|compared (?:with|to)|since|to) (?<earlier>.+)$/i,
];
/** `What changed in the policy between 2019 and 2024`: of one thing, by its years. */
const overTime = new RegExp(
  `^${what} (?:changed|different|new) (?:in|about|with) (?<name>.+?) (?:between|from) (?:the )?(?<earlier>(?:19|20)\\d\\d)(?: \\w+)? (?:and|to) (?:the )?(?<later>(?:19|20)\\d\\d)(?: (?:versions?|editions?))?$`,
  'i',
);
/** Something that can have editions; of anything else a question asks what happened. */
const publication =
  /\b(?:polic(?:y|ies)|papers?|reports?|guid(?:elines?|ance|es?)|statements?|standards?|frameworks?|plans?|strateg(?:y|ies)|editions?|versions?|agreements?|protocols?|evaluations?|stud(?:y|ies)|reviews?|documents?|notices?|publications?|charters?|codes?|articles?|specifications?|handbooks?|manuals?|procedures?|terms of reference)\b|["\u201c]/i;
const year = /\b(?:19|20)\d\d\b/;
const onlyYear = /^(?:the )?(?:19|20)\d\d(?: (?:version|edition|one))?$/i;
/** `on who follows up tests`: one thing is asked, which an answer tells better than a list of changes. */
const particular =
  /\b(?:on|in|about|regarding|concerning|in terms of|as to|for|when it comes to|with (?:regard|respect) to)\s+(?:who|what|when|where|why|how|whether|which)\b/i;
const courtesy = /[\s,]+(?:please|pls|thanks|thank you|for me|for us)$/i;

/** Reads a wish to know what has changed from one edition to the next; null for anything else. */
export function readChanges({ words }: Wish): ChangesWanted | null {
  const asked = words.replace(courtesy, '');
  if (!publication.test(asked) || particular.test(asked)) return null;
  for (const pattern of between) {
    const names = pattern.exec(asked)?.groups?.names;
    if (names === undefined) continue;
    const pairs = divideNames(names.replace(/\s+to\s+/i, ' and ')).flatMap(asPair);
    return pairs.length === 0 ? null : { kind: 'changes', readings: pairs };
  }
  const { name, earlier: first, later: second } = overTime.exec(asked)?.groups ?? {};
  if (name !== undefined) {
    const bare = name.replace(/^(?:the|our|that)\s+/i, '');
    return publication.test(bare)
      ? { kind: 'changes', readings: [[`${first} ${bare}`, `${second} ${bare}`]] }
      : null;
  }
  for (const pattern of newIn) {
    const { later, earlier } = pattern.exec(asked)?.groups ?? {};
    if (later === undefined || earlier === undefined) continue;
    if (onlyYear.test(earlier) && !publication.test(later)) return null;
    const [pair] = divideNames(`${earlier} versus ${later}`).flatMap(asPair);
    return pair === undefined ? null : { kind: 'changes', readings: [pair] };
  }
  return null;
}

/** Two names, of publications or of which edition. */
function asPair(names: readonly string[]): [string, string][] {
  const [one, other] = names;
  if (names.length !== 2 || one === undefined || other === undefined) return [];
  return names.every((name) => publication.test(name) || year.test(name)) ? [[one, other]] : [];
}
