import type { Publication } from '../../library/index.ts';
import type { ListenerContext } from '../listeners/listener.ts';
import { readableBy } from '../notices/readable-by.ts';
import { standingInTime } from '../people/standing-in-time.ts';
import { summaryForm } from './summary-form.ts';

type FormParts = Pick<ListenerContext, 'library' | 'directory' | 'clock' | 'asking'>;

/**
 * The form in which a summary is asked for.
 *
 * @param person who is to fill it in.
 * @param ids publications among which they choose, those left out that they may not read now; none
 *   to choose from the library.
 * @param channel where they asked for the form; null for nowhere.
 */
export async function summaryFormFor(
  parts: FormParts,
  person: string,
  { ids, channel }: { ids: readonly string[]; channel: string | null },
): Promise<object> {
  const [publications, standing] = await Promise.all([
    readableBy(parts, ids, person),
    channel === null ? null : standingInTime(parts.asking.standingIn, channel),
  ]);
  const asked = channel === null || standing === null ? null : { channel, standing };
  return summaryForm({ publications: distinct(publications), asked, now: parts.clock.now() });
}

function distinct(publications: readonly Publication[]): Publication[] {
  return [...new Map(publications.map((one) => [one.id, one])).values()];
}
