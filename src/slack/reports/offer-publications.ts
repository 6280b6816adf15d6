import type { Publication } from '../../library/index.ts';
import { type FormOption, formOption } from '../notices/composing/form-elements.ts';
import { nameInMenu } from '../notices/composing/suggest-publications.ts';
import { findByWords } from './find-by-words.ts';

/** Slack's limit of a menu. */
const mostOptions = 100;

/**
 * What is offered in a menu as somebody types: what fits, best first; what is nearest where nothing
 * does; the newest before anything is typed.
 *
 * @param now UTC ms.
 */
export function offerPublications(
  publications: readonly Publication[],
  typed: string,
  now: number,
): FormOption[] {
  return chosen(publications, typed)
    .slice(0, mostOptions)
    .map((publication) => formOption(publication.id, nameInMenu(publication, now)));
}

function chosen(publications: readonly Publication[], typed: string): readonly Publication[] {
  if (typed.trim() === '') {
    return publications.toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''));
  }
  const { matches, nearest } = findByWords(publications, typed);
  return matches.length > 0 ? matches : nearest;
}
