/** Opposite words, one axis a line: what is said of something goes the one way or the other. */
const axes = `ris(?:e[ns]?|ing)|rose|rais(?:e[ds]?|ing)|increas(?:e[ds]?|ing)|gr(?:ew|ow|own|ows|owing)|higher|more|doubled ; f(?:ell|allen|alling)|decreas(?:e[ds]?|ing)|declin(?:e[ds]?|ing)|dropp?(?:ed|ing|s)?|reduc(?:e[ds]?|ing|tions?)|lower(?:ed|s)?|less|fewer|halved
improv(?:e[ds]?|ing|ements?)|better ; worsen(?:ed|s|ing)?|deteriorat(?:e[ds]?|ing)|worse
length?en(?:ed|s|ing)?|longer|prolong(?:ed|s|ing)? ; shorten(?:ed|s|ing)?|shorter
quicker|faster|sped|earlier|sooner ; slower|slowed|delayed|later
always|usually|mostly|generally|most|all ; never|rarely|seldom|hardly
effective|beneficial|works ; ineffective|harmful|useless
safe ; unsafe|dangerous
lawful|legal|permitted|allowed ; unlawful|illegal|prohibited|forbidden|banned
cheaper ; dearer|expensive
likely ; unlikely
sufficient|adequate|enough ; insufficient|inadequate`;

const readAxes = axes.split('\n').map((line) => {
  const [one = '', other = ''] = line.split(' ; ');
  return { one: whole(one), other: whole(other) };
});
const duty = /\b(?:must|shall|required|requires?|mandatory|compulsory|obliged|has to|have to)\b/iu;
const choice =
  /\b(?:may|can|optional|voluntary|need not|needn['\u2019]t|not (?:required|obliged|mandatory|compulsory)|do(?:es)? not (?:have|need) to)\b/iu;
const notDuty =
  /\b(?:not|never)\s(?:be\s)?(?:required|obliged|mandatory|compulsory)\b|\bneed not\b/iu;
const denial = /\b(?:not|no|never|none|neither|nor|without|cannot)\b|n['\u2019]t\b/iu;
const noEffect = /\bno (?:effect|impact|influence|difference|change)\b|\bunchanged\b/iu;
const epistemic =
  /\bmay (?:have|also|well|reduce|increase|improve|raise|lower|help|lead|be (?:more|less|linked|associated))\b/iu;

/** Words of a stance, which say how something is and not what: not to be counted as its subject. */
export const stanceWords = new RegExp(
  `\\b(?:${axes.replace(/\n| ; /g, '|')}|required|requires?|mandatory|compulsory|obliged|optional|voluntary|need(?:ed|s)?|recommend(?:ed|s)?|allow(?:ed|s)?|permit(?:ted|s)?|entitled?|effect|impact|influence|difference|change[ds]?|unchanged)\\b`,
  'giu',
);

/** Whether two texts, neither of which denies anything, go opposite ways (`rose`, `fell`). */
export function goOppositeWays(left: string, right: string): boolean {
  if (denial.test(left) || denial.test(right)) return false;
  const turned = readAxes.filter(
    ({ one, other }) =>
      (isOnly(one, other, left) && isOnly(other, one, right)) ||
      (isOnly(other, one, left) && isOnly(one, other, right)),
  );
  // Two turns may cancel out: `higher scores improved`, `lower scores worsened`.
  return turned.length === 1;
}

/** Whether the one makes a duty of what the other leaves to choice. */
export function differInDuty(left: string, right: string): boolean {
  return isDutyAndChoice(left, right) || isDutyAndChoice(right, left);
}

/** Whether one lets something rise or fall on which the other sees no effect. */
export function differInEffect(left: string, right: string): boolean {
  const acts = (text: string): boolean =>
    !denial.test(text) &&
    !epistemic.test(text) &&
    readAxes.slice(0, 4).some(({ one, other }) => one.test(text) || other.test(text));
  return (noEffect.test(left) && acts(right)) || (noEffect.test(right) && acts(left));
}

function isDutyAndChoice(strict: string, free: string): boolean {
  return (
    duty.test(strict) &&
    !denial.test(strict) &&
    choice.test(free) &&
    (!denial.test(free) || notDuty.test(free)) &&
    (!duty.test(free) || notDuty.test(free)) &&
    !epistemic.test(free)
  );
}

const isOnly = (one: RegExp, other: RegExp, text: string): boolean =>
  one.test(text) && !other.test(text);

function whole(words: string): RegExp {
  return new RegExp(`\\b(?:${words})\\b`, 'iu');
}
