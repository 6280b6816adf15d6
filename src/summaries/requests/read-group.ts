/** Publications that share one name, and how many they are. */
export interface NamedGroup {
  named: string;
  count: number;
}

const counts = ['both', 'two', 'three', 'four', 'five', 'six', 'seven'];
const group = new RegExp(
  `^(?:(?:all|the|our|your|these|those) )*(?<count>${counts.join('|')}|[2-7])(?: of)?(?: the| our| your)? (?<named>.+)$`,
  'i',
);
/** Without such a word they may be anything: the two hospitals. */
const arePublications =
  /\b(?:papers|reports|publications|documents|articles|policies|guidelines|statements|(?:case[- ])?studies|evaluations|reviews|standards|editions|versions)\b/i;

const sayNoMore = new RegExp(`^(?:${arePublications.source}|\\s)+$`, 'i');

/**
 * Reads `the two heart failure papers`; empty for anything else.
 *
 * @param hasColumns What stood after the name was taken off. Of `the two studies on pensions` no
 *   name is left then.
 */
export function readGroup(words: string, hasColumns: boolean): NamedGroup[] {
  const { count = '', named = '' } = group.exec(words.trim())?.groups ?? {};
  if (!arePublications.test(named) || (hasColumns && sayNoMore.test(named))) return [];
  const told = counts.indexOf(count.toLowerCase());
  // `both` and `two` are the same.
  const read = told === -1 ? Number(count) : Math.max(told, 1) + 1;
  return [{ named, count: read }];
}
