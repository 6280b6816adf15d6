/** What programs make links of by themselves, wherever it stands; those that touch together. */
const address =
  /(?:(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s`|]+|(?:(?:mailto|xmpp):)?[\w.+-]+@[\w-]+(?:\.[\w-]+)*)+/giu;

/** Characters that mean something to Markdown wherever they stand. */
const special = /[\\`*_[\]<>&|~$]/g;

/**
 * One line of text as Markdown that shows it as it is: addresses as code, which is no link, all else
 * escaped.
 *
 * @param text without line breaks and what nobody sees, as `cleanText` gives it.
 */
export function markdownText(text: string): string {
  let written = '';
  let reached = 0;
  for (const found of text.matchAll(address)) {
    written += escapeSpecial(text.slice(reached, found.index));
    written += `\`${found[0]}\``;
    reached = found.index + found[0].length;
  }
  return written + escapeSpecial(text.slice(reached));
}

/**
 * The same at the beginning of a paragraph, where more means something: `#`, `-`, `1.`.
 */
export function markdownLineStart(text: string): string {
  return text.replace(/^([#+=-])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

const escapeSpecial = (text: string): string => text.replace(special, '\\$&');
