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

/** Escaped text in which Slack finds no mention, link or broadcast. Lone surrogates are replaced. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(invisible, '')
    .replace(/[&<>]/g, (character) => entities[character] ?? '');
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

/** Longest address Slack takes. */
const mostAddressCharacters = 3_000;

/** A link whose label is followed by its real host; the label alone when the address is no http(s). */
export function linkTo(address: string, label: string): Markup {
  const url = URL.canParse(address) ? new URL(address) : null;
  const allowed = url !== null && /^https?:$/.test(url.protocol);
  if (!allowed || url.username !== '' || address.length > mostAddressCharacters) {
    return markup`${label}`;
  }
  const target = escapeText(address.replace(/[<>|\s]/g, encodeURIComponent));
  const visible = escapeText(label.replaceAll('|', '¦'));
  return { mrkdwn: `<${target}|${visible}> (${escapeText(url.hostname)})` };
}

const idOfChannel = /^[CG][A-Z0-9]{2,20}$/;

/** A channel as people see it: a link to it when its id is given, else its name. */
export function channelReference(channel: string): Markup {
  return idOfChannel.test(channel) ? { mrkdwn: `<#${channel}>` } : markup`${channel}`;
}

const address = /\b[a-z][a-z0-9+.-]{1,20}:\/\/\S+/gi;

/** Takes addresses out of a text, for only a publication's own link is ever shown. */
export function withoutAddresses(text: string): string {
  return text.replace(address, '[address left out]');
}
