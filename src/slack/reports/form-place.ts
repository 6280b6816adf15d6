const idOfChannel = /^[CG][A-Z0-9]{2,39}$/;

/** What a form keeps in mind while it is open: the channel that may see the report, or nothing. */
export function writeFormPlace(channel: string | null): string {
  return channel ?? '';
}

/** Null when there is none. */
export function readFormPlace(metadata: string): string | null {
  return idOfChannel.test(metadata) ? metadata : null;
}
