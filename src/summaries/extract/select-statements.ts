import { startOf } from './read-statements.ts';
import type { ScoredStatement } from './scoring/scored-statement.ts';

/** Share of the terms of the shorter of two statements from which on they say the same. */
const mostOverlap = 0.6;

/**
 * Chooses what to say of a publication: the best statements that fit, none of which repeats another,
 * in reading order.
 *
 * @param words most words of all together; null for the one best statement, however long. Where not
 *   even one is that short, the shortest.
 */
export function selectStatements<Each extends ScoredStatement>(
  scored: readonly Each[],
  { words }: { words: number | null },
): Each[] {
  const ranked = scored.toSorted((left, right) => right.score - left.score);
  if (words === null) return ranked.slice(0, 1);
  const chosen: Each[] = [];
  let left = words;
  for (const each of ranked) {
    if (each.words > left || chosen.some((other) => repeats(each, other))) continue;
    chosen.push(each);
    left -= each.words;
  }
  if (chosen.length === 0) {
    return ranked.toSorted((one, other) => one.words - other.words).slice(0, 1);
  }
  return chosen.sort((one, other) => startOf(one.candidate) - startOf(other.candidate));
}

/**
 * Whether most of what one of two statements says is in the other.
 *
 * @param most share of the terms of the shorter from which on that is so.
 */
export function repeats(
  one: Pick<ScoredStatement, 'terms'>,
  other: Pick<ScoredStatement, 'terms'>,
  most = mostOverlap,
): boolean {
  let shared = 0;
  for (const term of one.terms) if (other.terms.has(term)) shared += 1;
  return shared > most * Math.min(one.terms.size, other.terms.size);
}
