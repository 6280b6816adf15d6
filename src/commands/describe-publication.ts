import type { Publication } from '../library/index.ts';

/** Kind, date, audience and whatever bears on its use: `policy · 2019 · members · superseded`. */
export function describeStanding(publication: Publication, now: number): string {
  const { kind, date, audience, status, embargoedUntil, retiredAt, illustrative } = publication;
  return [
    kind,
    date ?? 'undated',
    audience,
    status === 'current' ? '' : status,
    embargoedUntil !== null && embargoedUntil > now
      ? `embargoed until ${moment(embargoedUntil)}`
      : '',
    retiredAt === null ? '' : `retired ${moment(retiredAt)}`,
    illustrative ? 'illustrative' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** An instant to the minute, in UTC. */
export function moment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
