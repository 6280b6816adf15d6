import type { Publication } from '../library/index.ts';
import { isOutsideLibrary } from './service/publication-of-file.ts';

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/**
 * Who wrote a publication and when as the library, or the file that holds it, knows it, which is not
 * what its text says.
 *
 * @returns one sentence, or none where the library does not know either.
 */
export function recordNote({
  id,
  authors,
  date,
}: Pick<Publication, 'id' | 'authors' | 'date'>): string[] {
  const by = authors.length === 0 ? '' : `it is by ${listed.format(authors)}`;
  const dated = date === null ? '' : `${by === '' ? 'it is ' : ''}dated ${writtenDate(date)}`;
  const facts = [by, dated].filter((fact) => fact !== '').join(' and ');
  const record = isOutsideLibrary(id) ? 'the properties of the file' : 'the library’s record';
  return facts === '' ? [] : [`According to ${record}, ${facts}.`];
}

/** `2014-10-06` as `6 October 2014`, `2014-10` as `October 2014`. */
function writtenDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  const named = month === undefined ? '' : monthName.format(Date.UTC(2000, Number(month) - 1));
  return [day === undefined ? '' : String(Number(day)), named, year]
    .filter((part) => part !== '')
    .join(' ');
}
