/**
 * What an entry is kept under. An app that updates a view keeps what was filled in by keeping both
 * ids, and empties a field by changing one, as in Slack.
 */
export const entryKey = (blockId: string, actionId: string): string =>
  JSON.stringify([blockId, actionId]);
