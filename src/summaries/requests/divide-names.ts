/** A longer list of names is none that a person typed. */
const mostNames = 8;
/** Each `and` may belong to a name: with more of them there are too many ways to read it. */
const mostReadings = 24;
const between =
  /\s*(?:[;,]\s*(?:and\s+|with\s+)?|\s(?:and|with|to|against|versus|vs\.?|alongside|&)\s)\s*/i;
const year = /\b(?:19|20)\d\d\b/;
const age =
  'old(?:er)?|new(?:er)?|earlier|later|latest|first|second|third|current|previous|former|last|original|revised';
const onlyWhich = new RegExp(
  `^(?:(?:the|that|our|your|one|version|edition|of|from) )*(?:(?:19|20)\\d\\d|${age})(?: (?:one|version|edition))?$`,
  'i',
);
const which = new RegExp(
  `(?:\\b(?:of|from|in|for) )?\\(?\\b(?:(?:19|20)\\d\\d|${age})\\b\\)?`,
  'i',
);
const quoted = /["\u201c\u201d\u201e]([^"\u201c\u201d\u201e]{3,300})["\u201c\u201d]/g;

/**
 * Ways to divide words into the publications that they name, most names first: where every name is
 * quoted, one way; else each `and` and comma may part names or belong to one. A year alone shares
 * the words of its neighbour: `the 2019 and the 2024 policy`.
 */
export function divideNames(words: string): string[][] {
  const marked = [...words.matchAll(quoted)].map(([, name = '']) => name.trim());
  if (marked.length > 1) return [marked];
  const pieces = piecesOf(words);
  if (pieces.length < 2 || pieces.length > mostNames) return [];
  const ways: string[][] = [];
  const joins = pieces.length - 1;
  for (let mask = 0; mask < 2 ** joins; mask += 1) {
    const names: string[] = [];
    let start = 0;
    for (let index = 0; index < pieces.length; index += 1) {
      // A set bit keeps this piece and the next together.
      if (index < joins && (mask & (1 << index)) !== 0) continue;
      names.push(words.slice(pieces[start]?.start, pieces[index]?.end).trim());
      start = index + 1;
    }
    if (names.length > 1) ways.push(shareWords(names));
  }
  return ways.sort((left, right) => right.length - left.length).slice(0, mostReadings);
}

function piecesOf(words: string): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index, 0: separator } of words.matchAll(new RegExp(between.source, 'gi'))) {
    if (words.slice(start, index).trim() !== '') pieces.push({ start, end: index });
    start = index + separator.length;
  }
  if (words.slice(start).trim() !== '') pieces.push({ start, end: words.length });
  return pieces;
}

/** `the 2019`, `the 2024 discharge policy`: the first is a discharge policy, too. */
function shareWords(names: readonly string[]): string[] {
  const full = names.findLast((name) => !onlyWhich.test(name));
  if (full === undefined) return [...names];
  const shared = full
    .replace(which, ' ')
    .replace(/\b(?:versions?|editions?|issues?) of(?: the)?\b/i, ' ')
    .replace(/^\s*(?:the|our|that)\b/i, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return names.map((name) => {
    if (!onlyWhich.test(name)) return name;
    const told = year.exec(name)?.[0] ?? new RegExp(`\\b(?:${age})\\b`, 'i').exec(name)?.[0] ?? '';
    return `${told} ${shared}`.trim();
  });
}
