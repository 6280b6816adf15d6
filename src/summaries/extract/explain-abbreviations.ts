import { undefinedAbbreviations } from './abbreviations.ts';
import type { FittedStatement } from './choose-statements.ts';
import type { Statement } from './statement.ts';

/** A definition longer than this explains less than it costs. */
const mostDefinitionWords = 35;
const mostWords = 55;
const bracketed = /\p{L}\s\((\p{Lu}[\p{L}&-]*\p{Lu})s?[),;]/gu;

/**
 * Statements for readers who do not know abbreviations: one with a single abbreviation that it does
 * not explain is said together with the sentence that does.
 */
export function explainAbbreviations(fitted: readonly FittedStatement[]): FittedStatement[] {
  const definitions = definitionsIn(fitted);
  return fitted.map((each) => {
    const { statement } = each;
    const [unknown, ...more] = undefinedAbbreviations(statement.text);
    const definition = more.length > 0 ? undefined : definitions.get(unknown ?? '');
    const words = (definition?.words ?? 0) + statement.words;
    if (definition === undefined || words > mostWords) return each;
    return {
      ...each,
      statement: {
        ...statement,
        text: `${definition.text} ${statement.text}`,
        words,
        terms: new Set([...definition.terms, ...statement.terms]),
        explainedBy: definition,
      },
    };
  });
}

/** The first short statement that says what an abbreviation stands for, by the abbreviation. */
function definitionsIn(fitted: readonly FittedStatement[]): Map<string, Statement> {
  const found = new Map<string, Statement>();
  for (const { statement } of fitted) {
    if (statement.words > mostDefinitionWords) continue;
    for (const [, word = ''] of statement.text.matchAll(bracketed)) {
      if (found.has(word) || undefinedAbbreviations(statement.text).length > 0) continue;
      found.set(word, statement);
    }
  }
  return found;
}
