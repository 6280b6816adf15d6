import type { Notice } from '../notice.ts';
import { requireComplete } from '../notice-requirements.ts';
import { expandSeries } from './expand-series.ts';

/**
 * What becomes of a notice that is scheduled: it alone or, when its session is to take place again
 * and again, it as the first with one notice for each other time; they share a `seriesId`.
 *
 * @param notice - With the time at which it is announced.
 * @param now - UTC ms.
 * @throws {NoticeError} when one of them could not be sent as it is.
 */
export function unfoldSeries(
  notice: Notice,
  now: number,
  newId: () => string,
): [Notice, ...Notice[]] {
  const { details, seriesId } = notice;
  if (details.kind !== 'session' || details.recurrence === undefined || seriesId !== null) {
    return [notice];
  }
  const { recurrence, ...alone } = details;
  const all = expandSeries({ ...notice, details: alone }, recurrence, now);
  const later = all.filter((one) => one.details.start !== details.start);
  for (const one of later) requireComplete(one, now);
  const others = later.map((content) => ({
    ...notice,
    ...content,
    id: newId(),
    seriesId: notice.id,
  }));
  return [{ ...notice, seriesId: notice.id }, ...others];
}
