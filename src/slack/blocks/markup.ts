/**
 * Text in Slack's `mrkdwn` that is safe to send: made only by `markup`, which escapes whatever is
 * put into it, and by `linkTo`.
 */
export interface Markup {
  readonly mrkdwn: string;
}

/** Slack's rule: these three, and no others. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Control characters, and those that turn the direction of the text around them. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The text without characters nobody sees; lone surrogates are replaced. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(invisible, '');
}

/** Clean, escaped text in which Slack finds no mention, link or broadcast. */
export function escapeText(text: string): string {
  return cleanText(text).replace(/[&<>]/g, (character) => entities[character] ?? '');
}

/** Builds markup from a template: texts are escaped, markup is kept. */
export function markup(
  template: TemplateStringsArray,
  ...values: readonly (string | number | Markup)[]
): Markup {
  const parts = template.map((literal, index) => {
    const value = values[index] ?? '';
    return literal + (typeof value === 'object' ? value.mrkdwn : escapeText(String(value)));
  });
  return { mrkdwn: parts.join('') };
}

export function joinMarkup(parts: readonly Markup[], separator: string): Markup {
  return { mrkdwn: parts.map((part) => part.mrkdwn).join(escapeText(separator)) };
}

/** Longest address that is made a link; Slack takes 3,000 in a text with all else. */
const mostAddressCharacters = 1_500;

/**
 * The address as it may be linked to: exactly as the publication has it, or null when it is no plain
 * http(s) address.
 */
export function linkAddress(address: string): string | null {
  const isPlain = /^https?:\/\/[^\s<>|"@]+$/i.test(address) && cleanText(address) === address;
  const isShort = escapeText(address).length <= mostAddressCharacters;
  return isPlain && isShort && URL.canParse(address) ? address : null;
}

/** A link whose label is followed by its real host; the label alone without a plain address. */
export function linkTo(address: string, label: string): Markup {
  if (linkAddress(address) === null) return markup`${label}`;
  const visible = escapeText(label.replaceAll('|', '¦'));
  const host = escapeText(new URL(address).hostname);
  return { mrkdwn: `<${escapeText(address)}|${visible}> (${host})` };
}

/** A moment in the reader's own time zone; in UTC where it cannot be shown so. @param instant UTC ms. */
export function dateTime(instant: number): Markup {
  const fallback = `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return { mrkdwn: `<!date^${Math.floor(instant / 1_000)}^{date_pretty} at {time}|${fallback}>` };
}

/** The day of a moment, in the reader's own time zone. @param instant UTC ms. */
export function day(instant: number): Markup {
  const fallback = new Date(instant).toISOString().slice(0, 10);
  return { mrkdwn: `<!date^${Math.floor(instant / 1_000)}^{date}|${fallback}>` };
}

const idOfChannel = /^[CG][A-Z0-9]{2,20}$/;

/** A channel as people see it: a link to it when its id is given, else its name after a #. */
export function channelReference(channel: string): Markup {
  if (idOfChannel.test(channel)) return { mrkdwn: `<#${channel}>` };
  return markup`#${channel.replace(/^#/, '')}`;
}

/** The text on one line, with spaces at which no line is broken. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

const address = /\b[a-z][a-z0-9+.-]{1,20}:\/\/\S+/gi;

/** Clean text with addresses taken out, for only a publication's own link is ever shown. */
export function withoutAddresses(text: string): string {
  // Cleaned first: a character nobody sees could hide an address until it is taken out.
  return cleanText(text).replace(address, '[address left out]');
}
