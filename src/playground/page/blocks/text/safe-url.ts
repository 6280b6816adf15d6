const followed = new Set(['http:', 'https:', 'mailto:']);

/** An address that may be followed, normalised; null for scripts and whatever else is no link. */
export function safeUrl(address: string): string | null {
  const url = URL.parse(address.trim());
  return url !== null && followed.has(url.protocol) ? url.href : null;
}

/** The host that a link leads to; empty for e-mail. */
export const hostOf = (address: string): string => URL.parse(address)?.host ?? '';
