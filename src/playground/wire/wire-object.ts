/** An object as Slack sends it, its keys in Slack's words. */
export type WireObject = Record<string, unknown>;
