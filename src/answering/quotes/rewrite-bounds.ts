const figure =
  '(?=\\s(?:about\\s|around\\s|an?\\s)?[\\u00a3$\\u20ac]?(?:\\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|a)\\b))';
const above =
  '(?:more|longer|later|higher|greater|older|further) than|over|above|beyond|exceed(?:s|ed|ing)?';
const below = '(?:fewer|less|shorter|earlier|sooner|lower|smaller|younger) than|under|below';
const denied = "\\b(?:no|not|nobody|no one|none|never|cannot|can't|n't|without)\\b";

const rewritings: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${denied}([^.;:!?]{0,80}?)\\b(?:${above})${figure}`, 'giu'), '$1 atmost'],
  [new RegExp(`${denied}([^.;:!?]{0,80}?)\\b(?:${below})${figure}`, 'giu'), '$1 atleast'],
  [
    new RegExp(`\\b(?:at (?:the )?most|up to|a maximum of|within|at the latest)${figure}`, 'giu'),
    'atmost',
  ],
  [new RegExp(`\\b(?:at (?:the )?least|a minimum of)${figure}`, 'giu'), 'atleast'],
  [new RegExp(`\\b(?:${above})${figure}`, 'giu'), 'atleast'],
  [new RegExp(`\\b(?:${below})${figure}`, 'giu'), 'atmost'],
];

/**
 * A text with every limit of a figure as `atmost` or `atleast`: `no more than 48`, `nobody works
 * over 48` and `up to 48` say the same, and none of them denies anything. Whether a limit itself is
 * reached makes no difference here.
 */
export function rewriteBounds(text: string): string {
  let rewritten = text.replace(/\u2019/g, "'");
  for (const [pattern, replacement] of rewritings) {
    rewritten = rewritten.replace(pattern, replacement);
  }
  return rewritten;
}
