import { escapeText } from './markup.ts';

/**
 * Cuts a text into parts of at most `most` characters once escaped, at the end of a sentence or a
 * word where there is one in the second half of a part. Nothing but white space at the cuts is lost.
 *
 * @param most at least 10.
 */
export function splitText(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (escapeText(rest).length > most) {
    const longest = longestPrefix(rest, most);
    const cut = cutBefore(rest, longest);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

/** The text, shortened to `most` characters once escaped; what is left out shows as `…`. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (escapeText(line).length <= most) return line;
  const longest = longestPrefix(line, most - 1);
  return `${line.slice(0, cutBefore(line, longest)).trimEnd()}…`;
}

/** Length of the longest prefix that fits once escaped, never splitting a surrogate pair. */
function longestPrefix(text: string, most: number): number {
  let length = 0;
  let escaped = 0;
  for (const character of text) {
    escaped += escapeText(character).length;
    if (escaped > most) break;
    length += character.length;
  }
  return length;
}

function cutBefore(text: string, longest: number): number {
  const window = text.slice(0, longest + 1);
  const sentence = Math.max(window.lastIndexOf('. '), window.lastIndexOf('\n'));
  if (sentence >= longest / 2) return sentence + 1;
  const word = window.lastIndexOf(' ');
  return word >= longest / 2 ? word : longest;
}
