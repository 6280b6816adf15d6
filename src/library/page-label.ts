import type { Publication } from './publication.ts';

/** `12`, `3-12`, `iv`, `A4`, `B-2`: what is printed on pages. */
const printed =
  /^(?:\d{1,6}(?:[-\u2013.]\d{1,4})*|[ivxlcdm]{1,12}|\p{L}{1,2}[-\u2013. ]?\d{1,5})$/iu;

/**
 * What a page is called: the label printed on it, or its number in the file where there is none or where
 * the file has a name that nobody would find on paper, such as `fci` for a front cover.
 *
 * @param page physical, from 1.
 */
export function pageNameOf({ pageLabels }: Pick<Publication, 'pageLabels'>, page: number): string {
  const label = pageLabels?.[page - 1]?.trim() ?? '';
  return printed.test(label) ? label : String(page);
}
