const leads = '(?:an? |the |our |their )?';
const patterns = [
  new RegExp(`\\bdifferences? between ${leads}(.+?) and ${leads}(.+?)\\s*\\??$`, 'i'),
  new RegExp(
    `\\bhow (?:does|do|is|are|did|was|were) ${leads}(.+?) (?:differ|different) (?:from|to) ${leads}(.+?)\\s*\\??$`,
    'i',
  ),
  new RegExp(
    `^\\W*(?:please )?(?:can you )?compare ${leads}(.+?) (?:and|with|to|against) ${leads}(.+?)\\s*[?.]?$`,
    'i',
  ),
  new RegExp(
    `^\\W*(?:what is |what['\u2019]s )?${leads}(.+?) (?:versus|vs\\.?) ${leads}(.+?)\\s*\\??$`,
    'i',
  ),
  new RegExp(`\\bchanged? between ${leads}(.+?) and ${leads}(.+?)\\s*\\??$`, 'i'),
];

/** A longer question is no plain comparison, and would be slow to match. */
const longestFocus = 300;

/** The two things that a question wants set side by side; null when it compares nothing. */
export function comparedSides(focus: string): readonly [string, string] | null {
  if (focus.length > longestFocus) return null;
  for (const pattern of patterns) {
    const [, left, right] = pattern.exec(focus) ?? [];
    if (left !== undefined && right !== undefined) return [left, right];
  }
  return null;
}
