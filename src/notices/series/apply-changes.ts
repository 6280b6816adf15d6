import { changesBetween } from '../changes/describe-changes.ts';
import type { SessionDetails } from '../notice.ts';
import type { NoticePart } from '../notice-part.ts';
import { addMinutes, minutesBetween } from '../time/wall-clock.ts';
import { announceInStep } from './announce-in-step.ts';
import type { SessionContent } from './expand-series.ts';

/** What of a session's details a part stands for; times are moved, not taken over. */
const detailsOfPart: Partial<Record<NoticePart, keyof SessionDetails>> = {
  title: 'title',
  text: 'description',
  place: 'place',
  link: 'link',
  speakers: 'speakers',
  capacity: 'capacity',
  papers: 'papers',
};

/**
 * Makes the change of one session of a series in another of it. Only what was changed is: what had
 * been said of the other alone stays. When the one moves, the other moves by as much; when it was not
 * announced yet, its announcement moves with it.
 *
 * @param now - UTC ms.
 */
export function applyChanges(
  other: SessionContent,
  before: SessionContent,
  after: SessionContent,
  now: number,
): SessionContent {
  const changes = new Set(changesBetween(before, after));
  const taken = Object.entries(detailsOfPart).flatMap(([part, field]) =>
    changes.has(part as NoticePart) ? [[field, after.details[field]]] : [],
  );
  const moved = changes.has('time') ? moveAlong(other.details, before.details, after.details) : {};
  const details: SessionDetails = { ...other.details, ...Object.fromEntries(taken), ...moved };
  const changed: SessionContent = { ...other, details, ...takeOver(changes, after) };
  const isAnnounced = other.announceAt !== null && other.announceAt <= now;
  if (isAnnounced || !(changes.has('time') || changes.has('announcement'))) return changed;
  const model = changes.has('announcement') ? after : other;
  return { ...changed, announceAt: announceInStep(model, details, now) };
}

function moveAlong(
  other: SessionDetails,
  before: SessionDetails,
  after: SessionDetails,
): Pick<SessionDetails, 'start' | 'end' | 'zone'> {
  const start = addMinutes(other.start, minutesBetween(before.start, after.start));
  // One that lasts longer than the others goes on doing so.
  const longer = minutesBetween(other.start, other.end) - minutesBetween(before.start, before.end);
  const length = minutesBetween(after.start, after.end) + longer;
  return { start, end: addMinutes(start, length), zone: after.zone };
}

function takeOver(
  changes: ReadonlySet<NoticePart>,
  after: SessionContent,
): Partial<SessionContent> {
  const { audience, channels, people, reminders, remindIn } = after;
  return {
    ...(changes.has('audience') ? { audience } : {}),
    ...(changes.has('channels') ? { channels } : {}),
    ...(changes.has('people') ? { people } : {}),
    ...(changes.has('reminders') ? { reminders, remindIn } : {}),
  };
}
