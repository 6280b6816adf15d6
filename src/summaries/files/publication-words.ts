import { nameOfKind, type Publication, pageNameOf } from '../../library/index.ts';
import { cleanText } from './clean-text.ts';

const monthAndYear = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayMonthYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const mostAuthors = 8;
const mostPages = 30;

/** Never empty. */
export const titleOf = ({ title }: Publication): string => cleanText(title) || 'Untitled';

/** A day as people read it. @param instant UTC ms. */
export const dayOf = (instant: number): string => dayMonthYear.format(instant);

/** Who wrote it, at most eight of them; null when nobody is named. */
export function authorsOf({ authors }: Publication): string | null {
  const named = authors.map(cleanText).filter((author) => author !== '');
  if (named.length === 0) return null;
  const rest = named.length - mostAuthors;
  const shown = named.slice(0, mostAuthors).join(', ');
  return rest > 0 ? `${shown} and ${rest} ${rest === 1 ? 'other' : 'others'}` : shown;
}

/** `case study, March 2024`. */
export function kindAndDateOf({ kind, date }: Publication): string {
  return [nameOfKind[kind], ...(date === null ? [] : [formatDate(cleanText(date))])].join(', ');
}

/** `2014`, `2014-10` or `2014-10-06` as people read it; anything else as it is. */
export function formatDate(date: string): string {
  const known = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/.test(date);
  const instant = Date.parse(date);
  if (!known || Number.isNaN(instant) || date.length === 4) return date;
  return (date.length === 7 ? monthAndYear : dayMonthYear).format(instant);
}

/** What bears on how far it can be relied on, as whole sentences; mostly none. */
export function warningsOf({ status, supersededBy, illustrative }: Publication): string[] {
  const by = cleanText(supersededBy ?? '');
  const statusWarnings = {
    current: [],
    retracted: ['Retracted.'],
    superseded: [by === '' ? 'Superseded.' : `Superseded by ${by}.`],
  };
  return [
    ...statusWarnings[status],
    ...(illustrative ? ['An illustrative example: it describes no real event.'] : []),
  ];
}

/**
 * Pages as they are printed: `p. iv`, `pp. 3, 5`, `slide 3`; null without any.
 *
 * @param pages physical, ascending.
 * @param inFile tells the page of the file as well, where it is another.
 */
export function pagesOf(
  publication: Publication,
  pages: readonly number[],
  inFile: boolean,
): string | null {
  if (pages.length === 0) return null;
  const named = pages.slice(0, mostPages).map((page) => {
    const label = pageNameOf(publication, page);
    return inFile && label !== String(page) ? `${label} (page ${page} of the file)` : label;
  });
  const list = named.join(', ') + (pages.length > mostPages ? ' …' : '');
  const several = pages.length > 1;
  if (publication.format === 'pptx') return `${several ? 'slides' : 'slide'} ${list}`;
  return `${several ? 'pp.' : 'p.'} ${list}`;
}

/** Its language where words of it need marking as not English; for untrusted tags that are none, null. */
export function foreignLanguageOf({ language }: Publication): string | null {
  const isTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(language);
  return isTag && !/^en(?:-|$)/i.test(language) ? language : null;
}
