import { undefinedAbbreviations } from './abbreviations.ts';
import type { FittedStatement } from './choose-statements.ts';

/** `HbA1c`, `eGFR`, `mmol/mol`, `95% CI`: what only those who treat or count read. */
const clinical =
  /\b(?:mmol|[\u00b5\u03bc]mol|mmHg|mcg|ng|pg|kPa|IU)\b|\b\p{L}*\p{Ll}\p{Lu}\d\p{L}*|\b\p{Ll}{1,3}\p{Lu}{2,}\b|\b(?:95% CI|CI \d|p\s?[<=]\s?0?\.\d)/u;
/** Fewer to choose from would say too little of the whole. */
const enough = 12;

/**
 * Those statements that people outside the service can read: without abbreviations that are not
 * explained and without clinical notation; where hardly any are, those nearest to it.
 */
export function plainestOf(fitted: readonly FittedStatement[]): readonly FittedStatement[] {
  const counted = fitted.map((each) => ({
    each,
    odd:
      undefinedAbbreviations(each.statement.text).length +
      (clinical.test(each.statement.text) ? 2 : 0),
  }));
  for (const most of [0, 1]) {
    const plain = counted.filter(({ odd }) => odd <= most);
    if (plain.length >= enough) return plain.map(({ each }) => each);
  }
  return fitted;
}
