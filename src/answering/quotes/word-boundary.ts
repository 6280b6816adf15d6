const reach = 16;
const space = 0x20;
const invisible = /\p{Cf}/gu;
/** A word broken at the end of a line. */
const brokenLine = /(?<=[\p{L}\p{M}][-\u2010\u2011])[ \t]*[\r\n]\s*/gu;

/** What may not be cut, the cut being written as a bar. */
const cuts = new RegExp(
  [
    '[\\p{L}\\p{N}\\p{M}]\\|[\\p{L}\\p{N}\\p{M}]',
    // A compound: before or after its hyphen.
    '[\\p{L}\\p{N}\\p{M}](?:\\|[-\\u2010\\u2011]|[-\\u2010\\u2011]\\|)[\\p{L}\\p{N}\\p{M}]',
    // A number or a range of numbers: before or after its point, comma, colon, slash or dash.
    '\\p{Nd}(?:\\|[.,:/\\u2012-\\u2015\\u2212]|[.,:/\\u2012-\\u2015\\u2212]\\|)\\p{Nd}',
    // A minus sign and its number.
    '(?:^|[^\\p{L}\\p{N}\\p{M}])[-\\u2212]\\|\\p{Nd}',
  ].join('|'),
  'u',
);

/**
 * Whether a quote may begin or end at `position` of `text`: not inside a word (`effective` is no
 * quote of `ineffective` or `non-effective`), a number (`200` none of `1,200`, `5` none of `6.5`),
 * a range of numbers (`20 years` none of `10–20 years`), nor between a minus sign and its number.
 */
export function isWordBoundary(text: string, position: number): boolean {
  if (isPlainSpace(text, position - 1) || isPlainSpace(text, position)) return true;
  const before = text.slice(Math.max(0, position - reach), position);
  const after = text.slice(position, position + reach);
  const around = `${before.replaceAll('|', ' ')}|${after.replaceAll('|', ' ')}`.replace(
    invisible,
    '',
  );
  const bar = around.indexOf('|');
  const joined = `${around.slice(0, bar).replace(brokenLine, '')}|${around.slice(bar + 1).replace(brokenLine, '')}`;
  return !cuts.test(joined);
}

/** A space between two visible characters: the usual boundary, told without a pattern. */
function isPlainSpace(text: string, position: number): boolean {
  return (
    text.charCodeAt(position) === space &&
    text.charCodeAt(position - 1) > space &&
    text.charCodeAt(position + 1) > space
  );
}
