import { createHash } from 'node:crypto';
import type { ExchangeStore } from '../../answering/index.ts';
import type { Audience } from '../../people/index.ts';

/** More than anybody asks in one thread. */
const mostExchanges = 500;

const digest = (parts: readonly string[], length: number): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, length);

/**
 * The same for the same question, whichever event brought it, as long as it reads the same and the
 * answer may draw on the same: when a guest joined since, a stored answer must not be shown.
 *
 * @param subject what its reply is about, as in a delivery.
 * @param version tells the question's wordings apart, as after an edit.
 */
export function exchangeIdOf(
  subject: string,
  version: string,
  audiences: readonly Audience[],
): string {
  return `${prefixOf(subject)}${digest([version, ...[...audiences].sort()], 16)}`;
}

/** Forgets every exchange about the subject but one. @param keep null to forget all. */
export async function forgetExchanges(
  exchanges: ExchangeStore,
  { subject, conversation }: { subject: string; conversation: string },
  keep: string | null,
): Promise<void> {
  const stored = await exchanges.latest(conversation, mostExchanges);
  const ids = stored.map(({ id }) => id).filter((id) => id.startsWith(prefixOf(subject)));
  for (const id of ids) if (id !== keep) await exchanges.forget(id);
}

function prefixOf(subject: string): string {
  return `slack-${digest([subject], 24)}-`;
}
