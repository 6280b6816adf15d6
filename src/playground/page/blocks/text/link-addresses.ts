/** A stretch of text, or an address that stood in it without markup. */
export type Stretch = { text: string } | { address: string };

const address = /https?:\/\/[^\s<>|]+/g;
/** What ends a sentence rather than an address. */
const trailing = /[.,;:!?'")\]]+$/;

/** Finds addresses in plain text, as Slack does. Joined again, the stretches are the text. */
export function linkAddresses(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const found = match[0].replace(trailing, '');
    if (!URL.canParse(found)) continue;
    if (match.index > end) stretches.push({ text: text.slice(end, match.index) });
    stretches.push({ address: found });
    end = match.index + found.length;
  }
  if (end < text.length) stretches.push({ text: text.slice(end) });
  return stretches;
}
