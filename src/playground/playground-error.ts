import { ConcordError } from '../errors.ts';

/** The local Slack was driven wrongly, e.g. a channel that does not exist was named. */
export class PlaygroundError extends ConcordError {}
