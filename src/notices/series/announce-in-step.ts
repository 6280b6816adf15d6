import type { NoticeContent, SessionDetails } from '../notice.ts';
import { instantOf, localTimeAt } from '../time/local-time.ts';
import { addMinutes, minutesBetween } from '../time/wall-clock.ts';

/**
 * When another session of a series is announced: as long before its start as the model session is
 * before its own, on clocks of the zone; so that what is announced on Mondays at nine stays so.
 *
 * @param model - Announced `now` when it does not say when.
 * @param now - UTC ms; nothing is announced before.
 * @returns UTC ms.
 */
export function announceInStep(
  model: Pick<NoticeContent, 'announceAt'> & { details: SessionDetails },
  details: SessionDetails,
  now: number,
): number {
  const announced = localTimeAt(model.announceAt ?? now, model.details.zone);
  const lead = minutesBetween(announced, model.details.start);
  return Math.max(now, instantOf(addMinutes(details.start, -lead), details.zone));
}
