import { instantOf, type Notice } from '../../../notices/index.ts';

/**
 * A list with one notice in the place of those of a series: the next that takes place, else the last.
 *
 * @param now - UTC ms.
 */
export function oneOfEachSeries(notices: readonly Notice[], now: number): Notice[] {
  const series = Map.groupBy(notices, ({ id, seriesId }) => seriesId ?? id);
  return [...series.values()].flatMap((all) => {
    const byStart = all.toSorted((one, other) => startOf(one) - startOf(other));
    const next = byStart.find((one) => one.state === 'scheduled' && endOf(one) > now);
    return next ?? byStart.at(-1) ?? [];
  });
}

function startOf({ details }: Notice): number {
  return details.kind === 'session' ? instantOf(details.start, details.zone) : 0;
}

function endOf({ details }: Notice): number {
  return details.kind === 'session' ? instantOf(details.end, details.zone) : 0;
}
