import type { Publication } from '../../../library/index.ts';
import { type Audience, audiencesUpTo } from '../../../people/index.ts';
import { findPublications } from '../../../summaries/index.ts';
import { titleOf } from '../../blocks/describe-publication.ts';
import { formatDate } from '../../blocks/format-date.ts';
import { type FormOption, formOption } from './form-elements.ts';

/** Slack's limit. */
const mostOptions = 100;

/** All that everybody of an audience may read. */
export function readableBy(audience: Audience): Audience[] {
  if (audience.startsWith('group:')) return [...audiencesUpTo('members'), audience];
  const rank = audience as Exclude<Audience, `group:${string}`>;
  return audiencesUpTo(rank);
}

/**
 * Publications that fit what was typed, the best first, with nothing typed the newest; one that is not
 * to be found yet says until when.
 *
 * @param now - UTC ms.
 */
export function suggestPublications(
  publications: readonly Publication[],
  typed: string,
  now: number,
): FormOption[] {
  return findPublications(publications, typed, mostOptions).publications.map((publication) =>
    formOption(publication.id, nameInMenu(publication, now)),
  );
}

/** Slack's limit of an option's text. */
const mostName = 75;

/** A publication on one line of a menu: what sets it apart stays, its title is shortened. */
export function nameInMenu(publication: Publication, now: number): string {
  const { date, embargoedUntil } = publication;
  const isEmbargoed = embargoedUntil !== null && embargoedUntil > now;
  const note = isEmbargoed
    ? ` (embargo until ${formatDate(new Date(embargoedUntil).toISOString().slice(0, 10))})`
    : date === null
      ? ''
      : ` (${formatDate(date)})`;
  const title = titleOf(publication);
  const room = mostName - note.length;
  return title.length <= room ? title + note : `${title.slice(0, room - 1).trimEnd()}…${note}`;
}
