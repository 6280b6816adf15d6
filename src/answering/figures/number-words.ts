const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinalUnits =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const ordinalTens =
  'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ');

export const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

const cardinals = new Map<string, number>([
  ...units.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['dozen', 12],
]);
const ordinals = new Map<string, number>([
  ...ordinalUnits.map((word, value): [string, number] => [word, value]),
  ...ordinalTens.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['hundredth', 100],
  ['thousandth', 1000],
]);

export const tensWords: readonly string[] = tens;
export const cardinalWords = [...cardinals.keys()];
export const ordinalWords = [...ordinals.keys()];

/**
 * Value of a number in words, `two hundred and five thousand` or `twenty-first`; null when the
 * words are not one number.
 */
export function readNumberWords(text: string): { value: number; isOrdinal: boolean } | null {
  let total = 0;
  let current = 0;
  let isOrdinal = false;
  let seen = false;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    if (word === 'and' || word === 'a' || word === '') continue;
    if (isOrdinal) return null;
    const scale = scales[word];
    const cardinal = cardinals.get(word);
    const ordinal = ordinals.get(word);
    if (scale === 100) current = (current || 1) * 100;
    else if (scale !== undefined) {
      total += (current || 1) * scale;
      current = 0;
    } else if (word === 'dozen') current = (current || 1) * 12;
    else if (cardinal !== undefined) current += cardinal;
    else if (ordinal !== undefined) {
      current = ordinal >= 100 ? (current || 1) * ordinal : current + ordinal;
      isOrdinal = true;
    } else return null;
    seen = true;
  }
  return seen ? { value: total + current, isOrdinal } : null;
}
