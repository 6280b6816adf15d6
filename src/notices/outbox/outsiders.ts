/**
 * Who at a place is outside the partnership: guests, people of other organisations, whoever left.
 * Null when it cannot be known soon; never throws.
 *
 * @param place id of a channel or person.
 */
export type FindOutsiders = (place: string) => Promise<string[] | null>;

/** Code of what was sent though it could not be made sure who would see it. */
export const audienceUnknown = 'audience-unknown';

/** How often, and for how long, it is looked again who would see what is withheld until that is known. */
export const audienceLookMs = 60_000;
export const audiencePatienceMs = 10 * 60_000;

const prefix = 'outsiders';
/** So many are named; one is enough to be in the way. */
const mostNamed = 5;

/** Why something is not said where these people would see it. @param people Slack ids, at least one. */
export function outsidersProblem(people: readonly string[]): string {
  return [prefix, ...people.slice(0, mostNamed)].join(' ');
}

/** The people that a problem names; null when it is another problem. */
export function readOutsiders(problem: string | null): string[] | null {
  const [code, ...people] = (problem ?? '').split(' ');
  return code === prefix && people.length > 0 ? people : null;
}
