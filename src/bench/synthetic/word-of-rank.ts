/** The most frequent words are real, so that whatever drops stop words drops these. */
export const functionWords: readonly string[] = (
  'the of and to in a is that for it as was with be by on are not this or from at which but have an ' +
  'they were there been their has its will would more if can when what who all we about into than so ' +
  'some other these may such only between also how where while through during each after before'
).split(' ');

const onsets = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'br', 'tr', 'st'];
const rhymes = ['a', 'o', 'i', 'an', 'or', 'il', 'ent'];
const syllables = onsets.flatMap((onset) => rhymes.map((rhyme) => onset + rhyme));

/**
 * The word at a frequency rank from 0: function words first, then made-up words, the rarer the
 * longer (Zipf's law of abbreviation). Different ranks have different words.
 *
 * @param rank below 1,400,000.
 */
export function wordOfRank(rank: number): string {
  const functionWord = functionWords[rank];
  if (functionWord !== undefined) return functionWord;
  let index = rank - functionWords.length;
  let length = 2;
  let size = syllables.length ** length;
  while (index >= size) {
    index -= size;
    length += 1;
    size *= syllables.length;
  }
  // Neighbouring ranks shall not look alike; the factor has no divisor in common with any size.
  let scrambled = (index * 7_919 + 13) % size;
  let word = '';
  for (let position = 0; position < length; position += 1) {
    word += syllables[scrambled % syllables.length] ?? '';
    scrambled = Math.floor(scrambled / syllables.length);
  }
  return word;
}
