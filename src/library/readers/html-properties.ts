import type { CheerioAPI } from 'cheerio';
import type { DocumentProperties } from '../document.ts';
import { authorNames } from './author-names.ts';
import { tidyText } from './block-text.ts';
import { writtenDate } from './date-line.ts';
import { definedProperties } from './defined-properties.ts';

const titleNames = ['citation_title', 'og:title', 'dc.title', 'dcterms.title', 'twitter:title'];
const authorFields = ['citation_author', 'author', 'dc.creator', 'dcterms.creator'];
const dateNames = [
  'citation_publication_date',
  'article:published_time',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'datepublished',
  'date',
];

/** What a page's head says of it. */
export function htmlProperties($: CheerioAPI): DocumentProperties {
  const named = (names: readonly string[]) => names.flatMap((name) => metaValues($, name));
  const pageTitle = tidyText($('head > title').first().text());
  const [namedTitle] = named(titleNames);
  const dates = [
    ...named(dateNames),
    ...$('time[datetime], [itemprop="datePublished"]')
      .toArray()
      .map((element) => element.attribs.datetime ?? element.attribs.content ?? ''),
  ];
  return definedProperties({
    title: withoutSiteName(namedTitle ?? pageTitle, $),
    authors: [...new Set(named(authorFields).flatMap(authorNames))],
    date: dates.map((date) => writtenDate(date)?.date).find((date) => date !== undefined),
    language: $('html').attr('lang') ?? $('html').attr('xml:lang'),
    link: [$('link[rel="canonical"]').attr('href'), ...metaValues($, 'og:url')].find(isPageAddress),
  });
}

function metaValues($: CheerioAPI, name: string): string[] {
  return $('meta')
    .toArray()
    .filter(({ attribs }) => (attribs.name ?? attribs.property ?? '').toLowerCase() === name)
    .map(({ attribs }) => tidyText(attribs.content ?? ''))
    .filter((value) => value !== '');
}

/** `Title | Site` becomes `Title` when the page names its site or shows the title as heading. */
function withoutSiteName(title: string, $: CheerioAPI): string {
  const [site] = metaValues($, 'og:site_name');
  const headings = $('h1');
  const heading = tidyText(headings.first().text());
  if (heading !== '' && title.startsWith(heading)) return heading;
  // A title that shares no word with the page's one heading is the site's.
  if (headings.length === 1 && heading.includes(' ') && !sharesWord(title, heading)) return heading;
  const parts = title.split(/\s+[|–—·»]\s+|\s+-\s+(?=[^-]*$)/);
  const last = parts.at(-1);
  return site !== undefined && last === site && parts.length > 1
    ? title.slice(0, title.length - site.length).replace(/[\s|–—·»-]+$/, '')
    : title;
}

function sharesWord(one: string, other: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? [];
  const known = new Set(words(one));
  return words(other).some((word) => known.has(word));
}

/** An absolute address of a page; that of a whole site is not where this page stands. */
function isPageAddress(link: string | undefined): boolean {
  const url = URL.parse(link ?? '');
  return (
    url !== null && /^https?:$/.test(url.protocol) && (url.pathname !== '/' || url.search !== '')
  );
}
