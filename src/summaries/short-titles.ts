import type { Publication } from '../library/index.ts';

const most = 60;
/** A subtitle is left out of what is longer. */
const mostWithSubtitle = 40;
/** A title is not cut after these. */
const little = /\s(?:a|an|the|of|in|on|for|to|and|or|at|by|with|from|as|its|their)$/iu;
const year = /\s*[([](?:19|20)\d\d[)\]]\s*$/u;

/**
 * Titles as they are named where several stand next to each other, in the same order: without a
 * subtitle and cut where they are long. What would be the same for two of them keeps its whole title.
 */
export function shortTitles(publications: readonly Pick<Publication, 'title'>[]): string[] {
  const whole = publications.map(({ title }) => title.replace(/\s+/g, ' ').trim());
  const short = whole.map(shorten);
  return whole.map((title, index) => {
    const own = short[index] ?? title;
    const isTaken = short.some(
      (other, place) => place !== index && other.toLowerCase() === own.toLowerCase(),
    );
    return isTaken ? title : own;
  });
}

function shorten(title: string): string {
  if (title.length <= mostWithSubtitle) return title;
  const main = title.replace(/(?<=.{12}):\s.*$/u, '');
  if (main.length <= most) return main;
  const cut = main.slice(0, most).replace(/\s+\S*$/u, '');
  return `${cut
    .replace(little, '')
    .replace(little, '')
    .replace(/[,;:\u2013-]+$/u, '')
    .toWellFormed()}…`;
}

/** A title without the year that it ends in, in brackets. */
export function withoutYear(title: string): string {
  return title.replace(year, '').trim();
}
