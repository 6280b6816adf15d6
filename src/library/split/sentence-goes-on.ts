/** Never the end of a sentence. */
const leadsOn = new Set(
  'dr mr mrs ms mx prof rev fr hon gen col sgt capt lt st mt messrs sr jr cf vs viz eg ie e.g i.e al approx ca resp incl excl esp dept est proc natl acad sci biol chem mol engl epidemiol'.split(
    ' ',
  ),
);

/** An abbreviation when a number, a letter or a bracket follows: `No. 3`, `Fig. B`, `pp. 4`. */
const leadsToNumber = new Set(
  'no nos fig figs eq eqs ref refs vol vols p pp para paras s ss art arts ch chap sec sect tab app appx reg regs cl cm col cols ed eds jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

/** Ends a sentence or not; the next word decides. */
const mayEnd = new Set('inc ltd plc co corp bros univ assoc gov govt ph.d a.m p.m'.split(' '));

/** `vitamin C. Patients …`: a letter after these is a name, not somebody's initial. */
const takesLetter = new Set(
  'vitamin hepatitis group type grade class phase plan option appendix annex annexe table figure part level category arm schedule section band tier stage box model scenario influenza panel step question site team ward'.split(
    ' ',
  ),
);

/** Words that begin sentences and are no surnames. */
const opensSentence = new Set(
  'a an the this that these those there here it its he she they we you i his her their our your in on at by for from with without within as after before when while where if since although though because however therefore thus hence moreover furthermore also but and or nor so yet not no some many most all both each every one two three what which who why how to of is are was were do does did can could may might must should will would patients people such overall finally first second third today now between among during under over following further'.split(
    ' ',
  ),
);

const enumerator = /^(?:[([]?(?:\d{1,3}|\p{L}|[ivxlc]{1,5})[)\].]?|\d{1,3}(?:\.\d{1,3})+\.?)$/u;
const lastWord = /(\S*?)\.["”’()[\]]*$/;
const initials = /^[("“‘[]?(?:\p{Lu}\.)*\p{Lu}$/u;
const lettersWithStops = /^[("“‘[]?(?:\p{L}\.)+\p{L}$/u;
const nothingReadable = /^[^\p{L}\p{N}]*$/u;

/** Longest word looked at; keeps the work for each boundary constant. */
const reach = 64;

/**
 * Whether the sentence found so far runs on at `next`, though Unicode's rules end it.
 *
 * @param sentence what was found so far, without white space around.
 * @param next where the following text begins.
 */
export function sentenceGoesOn(
  text: string,
  sentence: { start: number; end: number },
  next: number,
): boolean {
  if (/[\r\n\u0085\u2028\u2029]/.test(text.slice(sentence.end, next))) return false;
  const following = text.slice(next, next + reach);
  // A reference mark glued to the full stop; it is looked at again as a whole.
  if (
    next === sentence.end &&
    /\[$|[.!?]["”’)]?$/u.test(text.slice(next - 2, next)) &&
    /^[[\p{N}]/u.test(following)
  )
    return true;
  if (/^\p{Ll}/u.test(following) || nothingReadable.test(firstWord(following))) return true;

  const before = text.slice(Math.max(sentence.start, sentence.end - reach), sentence.end);
  const isWhole = sentence.end - sentence.start <= reach;
  if (isWhole && (enumerator.test(before) || nothingReadable.test(before))) return true;

  const word = lastWord.exec(before)?.[1];
  if (word === undefined || word === '') return false;
  const bare = word.replace(/^[("“‘[]+/, '');
  const known = /^\p{Lu}{2,}$/u.test(bare) ? '' : bare.toLowerCase();
  if (leadsOn.has(known)) return true;
  if (leadsToNumber.has(known)) return /^[([]?(?:\p{N}|\p{Lu}\b|[ivxlcIVXLC]+\b)/u.test(following);

  const opens = opensSentence.has(firstWord(following).toLowerCase());
  if (mayEnd.has(known)) return !opens;
  if (initials.test(word)) return !opens && !isNameOfThing(before, word);
  return lettersWithStops.test(word) && !opens;
}

function firstWord(text: string): string {
  return /^[("“‘[]*([\p{L}\p{N}]*)/u.exec(text)?.[1] ?? '';
}

/** The B of `hepatitis B`, the T of `3 T`: no initial of a person. */
function isNameOfThing(before: string, word: string): boolean {
  if (word.includes('.')) return false;
  const previous = /([\p{L}\p{N}]+)\s+\S+$/u.exec(before)?.[1];
  if (previous === undefined) return false;
  return takesLetter.has(previous.toLowerCase()) || /^\p{N}/u.test(previous);
}
