import { DateTime } from 'luxon';
import { type Notice, type OutboxTask, type PlannedTask, participants } from '../notices/index.ts';

/** `Tuesday, 24 November 2026, 14:00 (Europe/London)`. */
export function inFull(instant: number, zone: string): string {
  const local = DateTime.fromMillis(instant, { zone, locale: 'en-GB' });
  return `${local.toFormat('cccc, d LLLL yyyy, HH:mm')} (${zone})`;
}

/** When a session begins and ends; null for what is none. */
export function sessionTime({ details }: Pick<Notice, 'details'>): string | null {
  if (details.kind !== 'session') return null;
  const { start, end, zone } = details;
  const [first, last] = [start, end].map((local) => DateTime.fromISO(local, { locale: 'en-GB' }));
  const day = 'cccc, d LLLL yyyy, HH:mm';
  const isOneDay = start.slice(0, 10) === end.slice(0, 10);
  return `${first?.toFormat(day)} – ${last?.toFormat(isOneDay ? 'HH:mm' : day)} (${zone})`;
}

/** What became of a task, or is to. */
export function describeTask(task: PlannedTask | OutboxTask, zone: string): string {
  const place = task.place === participants ? 'everybody who may come' : task.place;
  const due = inFull(task.dueAt, zone);
  const name = occasionName(task.occasion);
  if (!('state' in task) || task.state === 'waiting') return `${due}  ${name} → ${place}`;
  const problem = task.problem === null ? '' : ` (${task.problem})`;
  return `${due}  ${name} → ${place}: ${task.state}${problem}`;
}

/** `reminder, 1 day before` for `reminder-1440-1796518800000`. */
function occasionName(occasion: string): string {
  const [, minutes] = /^reminder-(\d+)-\d+$/.exec(occasion) ?? [];
  return minutes === undefined ? occasion : `reminder, ${span(Number(minutes))} before`;
}

function span(minutes: number): string {
  const units = [
    [7 * 24 * 60, 'week'],
    [24 * 60, 'day'],
    [60, 'hour'],
  ] as const;
  const [size, unit] = units.find(([length]) => minutes % length === 0) ?? [1, 'minute'];
  const count = minutes / size;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const stateNames: Record<Notice['state'], string> = {
  draft: 'draft',
  'awaiting-approval': 'waits for approval',
  scheduled: 'scheduled',
  cancelled: 'called off',
};

/** Its state, whether it was announced, and its audience. */
export function describeStanding(notice: Notice, zone: string, now: number): string {
  const { state, announceAt, audience, seriesId } = notice;
  const announced =
    announceAt === null || state === 'draft' || (state === 'cancelled' && announceAt > now)
      ? ''
      : `${announceAt <= now ? 'announced' : 'to be announced'} ${inFull(announceAt, zone)}`;
  return [stateNames[state], announced, audience, seriesId === null ? '' : `series ${seriesId}`]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Channels and people that it goes to, by their ids. */
export function describePlaces({ channels, people }: Pick<Notice, 'channels' | 'people'>): string {
  return [...channels, ...people].join(', ');
}
