import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { silentElements } from './html-blocks.ts';
import { type TextLength, textLengths } from './html-text-lengths.ts';

const furnitureRoles = 'navigation banner contentinfo complementary search dialog alertdialog menu';
const furnitureWords =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|sidebar|side-?bar|breadcrumbs?|toc|table-of-contents|share|sharing|social|related|recommended|comments?|disqus|advert(?:isement)?s?|ads?|promo|newsletter|subscribe|pagination|pager|paginator|skip-?(?:to|link|nav)[\w-]*|popup|modal|cookies?|consent|gdpr|masthead|site-?header|site-?footer|footer|byline-tools|print-?only|screen-reader-text|sr-only|visually-?hidden|hidden)(?:$|[-_\s])/i;
const contentWords = /(?:^|[-_\s])(?:main|content|article|body|post|entry|page)(?:$|[-_\s])/i;

type LengthOf = (element: Element) => TextLength;

/** Where a page's own text is; `heading` is its first-level heading when that stands outside. */
export interface MainContent {
  root: Element;
  heading: Element | null;
}

/**
 * Finds the main content of a page, and removes all else from below it: what the page marks as main,
 * else the one article, else the smallest element that holds nearly all running text.
 */
export function mainContent($: CheerioAPI): MainContent {
  $([...silentElements].filter((name) => name !== 'head').join(',')).remove();
  const body = $('body').get(0) ?? $.root().children().get(0);
  if (!body) throw new Error('no body in the page');
  const heading = onlyFirstLevelHeading($);
  removeFurniture($, body, textLengths(body));
  const lengthOf = textLengths(body);
  const found = marked($, body, lengthOf);
  const root = found ?? densest($, body, lengthOf);
  // In what a page marks as its main part, a list of links is a list of references.
  if (!found) removeLinkLists($, root, lengthOf);
  const outside = heading !== null && !$.contains(root, heading) && $(root).find('h1').length === 0;
  return { root, heading: outside ? heading : null };
}

function onlyFirstLevelHeading($: CheerioAPI): Element | null {
  const headings = $('h1').filter((_, heading) => $(heading).text().trim() !== '');
  return headings.length === 1 ? (headings.get(0) ?? null) : null;
}

/** Removes what is marked as furniture, unless most of the text is in it (a wrong mark). */
function removeFurniture($: CheerioAPI, body: Element, lengthOf: LengthOf): void {
  const { all } = lengthOf(body);
  const isSmall = (element: Element) => lengthOf(element).all < all * 0.5;
  for (const element of $(body).find('*').toArray()) {
    if (isFurniture($, element) && isSmall(element)) $(element).remove();
  }
}

function isFurniture($: CheerioAPI, element: Element): boolean {
  const { name, attribs } = element;
  const { role = '', class: classes = '', id = '' } = attribs;
  if (name === 'nav' || name === 'aside' || name === 'menu') return !role.startsWith('doc-');
  if (name === 'footer') return $(element).find('[role^="doc-"], .footnotes').length === 0;
  if (name === 'header') return $(element).closest('article, main').length === 0;
  if (furnitureRoles.split(' ').includes(role)) return true;
  if (!['div', 'section', 'ul', 'ol', 'form', 'p', 'span', 'a', 'table'].includes(name))
    return false;
  const named = furnitureWords.test(classes) || furnitureWords.test(id);
  return named && !contentWords.test(classes) && !contentWords.test(id);
}

function marked($: CheerioAPI, body: Element, lengthOf: LengthOf): Element | null {
  const { all } = lengthOf(body);
  for (const selector of ['main', '[role="main"]', '[itemprop="articleBody"]', 'article']) {
    const found = $(body).find(selector).toArray();
    const [largest] = found.sort((one, other) => lengthOf(other).all - lengthOf(one).all);
    if (largest && lengthOf(largest).all >= all * (found.length > 1 ? 0.6 : 0.3)) return largest;
  }
  return null;
}

/** Goes down while one child holds nearly all of the running text. */
function densest($: CheerioAPI, body: Element, lengthOf: LengthOf): Element {
  const running = (element: Element) => lengthOf(element).all - lengthOf(element).linked;
  let root = body;
  for (;;) {
    const all = running(root);
    const heir = $(root)
      .children('div, section, article, main, table, tbody, tr, td, center, form, body')
      .toArray()
      .find((child) => running(child) > all * 0.8);
    if (!heir || all === 0) return root;
    root = heir;
  }
}

/** Lists and blocks that are hardly more than links: menus that nothing marks as such. */
function removeLinkLists($: CheerioAPI, root: Element, lengthOf: LengthOf): void {
  for (const element of $(root).find('ul, div, section, table, p').toArray()) {
    const { all, linked } = lengthOf(element);
    if (all === 0 || linked / all <= 0.8) continue;
    const links = $(element).find('a').length;
    if (links >= 4 && linked / links < 40) $(element).remove();
  }
}
