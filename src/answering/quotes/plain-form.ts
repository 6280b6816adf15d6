const singleQuotes =
  /[\u2018-\u201b\u2032\u2035\u02b9\u02bb\u02bc\u02c8\u2039\u203a`\u00b4\uff07\uff40]/g;
const doubleQuotes = /[\u201c-\u201f\u2033\u2036\u00ab\u00bb\u02ba\u301d-\u301f\uff02]/g;
const dashes = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/g;
const bullets = /[\u25aa\u25cf\u2023\u00b7\u25e6\u2219\u30fb]/g;
/** Set by typesetters and screen readers, not by authors. */
const invisible = /\p{Cf}|\u034f|[\u115f\u1160\u3164]|[\u17b4\u17b5]|[\ufe00-\ufe0f]/gu;
/** NFKC would turn 10⁵ into 105 and 1½ into 11⁄2. */
const raised = /[\u00b2\u00b3\u00b9\u2070-\u208e]/;
const vulgarFraction = /[\u00bc-\u00be\u2150-\u215e\u2189]/;

/**
 * The plain form of one character with its combining marks, for comparing texts: NFKC, quotation
 * marks as `'` and `"`, dashes as `-`, bullets as `•`, white space as a space; soft hyphens and
 * other invisible characters as nothing. Raised and lowered digits keep a `^` before them and
 * vulgar fractions a space, so that no number turns into another.
 */
export function plainForm(cluster: string): string {
  const quoted = cluster
    .replace(invisible, '')
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"');
  const plain = quoted
    .normalize('NFKC')
    .replace(dashes, '-')
    .replace(bullets, '\u2022')
    .replace(/\u2044/g, '/')
    .replace(/\s+/g, ' ');
  if (raised.test(quoted)) return `^${plain}`;
  if (vulgarFraction.test(quoted)) return ` ${plain}`;
  return plain;
}
