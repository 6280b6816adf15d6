import type { ListenerContext } from '../listeners/listener.ts';
import { readableBy } from '../notices/readable-by.ts';
import { standingInTime } from '../people/standing-in-time.ts';
import { comparisonForm } from './comparison-form.ts';
import type { ComparisonStart } from './comparison-start.ts';

type FormParts = Pick<ListenerContext, 'library' | 'directory' | 'clock' | 'asking'>;

/**
 * The form in which a comparison is asked for.
 *
 * @param person who is to fill it in; of what is chosen already they see what they may read now.
 * @param channel where they asked for the form; null for nowhere.
 */
export async function comparisonFormFor(
  parts: FormParts,
  person: string,
  { start, channel }: { start: ComparisonStart; channel: string | null },
): Promise<object> {
  const [publications, standing] = await Promise.all([
    readableBy(parts, [...new Set(start.ids)], person),
    channel === null ? null : standingInTime(parts.asking.standingIn, channel),
  ]);
  const asked = channel === null || standing === null ? null : { channel, standing };
  return comparisonForm({ start, publications, asked, now: parts.clock.now() });
}
