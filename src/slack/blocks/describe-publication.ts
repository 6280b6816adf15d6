import { nameOfKind, type Publication, pageNameOf } from '../../library/index.ts';
import { formatDate } from './format-date.ts';
import {
  cleanText,
  joinMarkup,
  linkTo,
  type Markup,
  markup,
  unbroken,
  withoutAddresses,
} from './markup.ts';
import { shorten } from './split-text.ts';

/** Stands before what no longer holds; read aloud as "warning". */
export const statusSign = '⚠';

/** Ends a line rather than beginning one. */
const separator = '\u00a0· ';
const mostTitleCharacters = 200;
const mostHeadingCharacters = 120;
const mostPagesNamed = 8;

/** Where in a publication something stands. */
export interface PublicationPlace {
  heading: string | null;
  /** Physical pages, ascending. */
  pages: readonly number[];
}

/** A description as it is shown and as it is read out. */
export interface Description {
  shown: Markup;
  spoken: string;
}

/**
 * Shown as `Title (host) · case study · March 2024 · p. 3 · ⚠ Retracted`, spoken as
 * `Title, case study, March 2024, page 3, retracted`.
 */
export function describePublication(
  publication: Publication,
  place: PublicationPlace,
): Description {
  const title = titleOf(publication);
  const linked = publication.link === null ? markup`${title}` : linkTo(publication.link, title);
  const facts = describeFacts(publication, place);
  return {
    shown: joinMarkup([linked, facts.shown], separator),
    spoken: `${title}, ${facts.spoken}`,
  };
}

/** As {@link describePublication}, without the title. */
export function describeFacts(publication: Publication, place: PublicationPlace): Description {
  const facts = [nameOfKind[publication.kind]];
  if (publication.date !== null) facts.push(display(formatDate(publication.date), 40));
  const where = describePlace(publication, place);
  const status = describeStatus(publication);
  const shown = [
    ...facts.map((fact) => markup`${unbroken(fact)}`),
    ...(where === null ? [] : [markup`${where.shown}`]),
    ...(status === null ? [] : [markup`${statusSign} *${status}*`]),
    ...(publication.illustrative ? [markup`_${unbroken('illustrative example')}_`] : []),
  ];
  const spoken = [
    ...facts,
    ...(where === null ? [] : [where.spoken]),
    ...(status === null ? [] : [status.charAt(0).toLowerCase() + status.slice(1)]),
    ...(publication.illustrative ? ['illustrative example'] : []),
  ];
  return { shown: joinMarkup(shown, separator), spoken: spoken.join(', ') };
}

/** The publication's title as it is shown, never empty. */
export function titleOf(publication: Publication): string {
  const title = display(publication.title, mostTitleCharacters);
  return title === '' ? 'Untitled' : title;
}

/** What a document says of itself, on one line, without addresses and not too long. */
export function display(text: string, mostCharacters: number): string {
  return shorten(withoutAddresses(text), mostCharacters);
}

/** `Retracted`, `Superseded by …`, or null while it stands. */
export function describeStatus(publication: Publication): string | null {
  if (publication.status === 'retracted') return 'Retracted';
  if (publication.status !== 'superseded') return null;
  const by = publication.supersededBy ?? '';
  const named = display(by, mostTitleCharacters);
  return named === '' || withoutAddresses(by) !== cleanText(by)
    ? 'Superseded'
    : `Superseded by ${named}`;
}

/** Pages if there are any, else the section; null when neither is known. */
export function describePlace(
  publication: Publication,
  place: PublicationPlace,
): { shown: string; spoken: string } | null {
  if (place.pages.length > 0) return describePages(publication, place.pages);
  if (place.heading === null) return null;
  const section = `section “${display(place.heading, mostHeadingCharacters)}”`;
  return { shown: section, spoken: section };
}

/** Printed labels where the file has its own, with the physical page for those who open the file. */
function describePages(
  publication: Publication,
  pages: readonly number[],
): { shown: string; spoken: string } {
  const named = pages.slice(0, mostPagesNamed).map((page) => {
    const label = pageNameOf(publication, page);
    return label === String(page) ? label : `${display(label, 30)} (page ${page} of the file)`;
  });
  const list = named.join(', ') + (pages.length > mostPagesNamed ? ' …' : '');
  const several = pages.length > 1;
  if (publication.format === 'pptx') {
    const slides = `${several ? 'slides' : 'slide'} ${list}`;
    return { shown: slides, spoken: slides };
  }
  return {
    shown: `${several ? 'pp.' : 'p.'}\u00a0${list}`,
    spoken: `${several ? 'pages' : 'page'} ${list}`,
  };
}
