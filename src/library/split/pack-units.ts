import type { PassageSize } from './passage-size.ts';
import type { Unit } from './passage-units.ts';

/** Units `from` to `to` (exclusive) make one passage. */
export interface UnitRange {
  from: number;
  to: number;
}

/** Cost of ending a passage after such a unit, in shares of the size aimed at. */
const costOfEnding: Record<Unit['endsWith'], number> = {
  block: 0,
  'list-item': 0.15,
  sentence: 0.2,
  'table-row': 0.3,
  fragment: 0.6,
  'lead-in': 1,
};
const costOfShortRest = 1;

/**
 * Divides the units of a section into passages of about equal size, ending where the text itself
 * pauses. Each passage but the first begins with the last sentence of the one before it.
 * Takes linear time.
 */
export function packUnits(units: readonly Unit[], size: PassageSize): UnitRange[] {
  const ranges: UnitRange[] = [];
  let rest = units.reduce((sum, unit) => sum + unit.tokens, 0);
  let from = 0;
  let overlap = 0;
  while (from < units.length) {
    const to =
      rest + overlap <= size.maximumTokens
        ? units.length
        : chooseEnd(units, from, rest, overlap, size);
    ranges.push({ from: overlap > 0 ? from - 1 : from, to });
    for (const unit of units.slice(from, to)) rest -= unit.tokens;
    const last = units[to - 1];
    overlap = last !== undefined && isRepeated(last, size) ? last.tokens : 0;
    from = to;
  }
  return ranges;
}

function isRepeated(unit: Unit, size: PassageSize): boolean {
  return (
    unit.tokens <= size.overlapTokens &&
    unit.endsWith !== 'table-row' &&
    unit.endsWith !== 'fragment'
  );
}

function chooseEnd(
  units: readonly Unit[],
  from: number,
  rest: number,
  overlap: number,
  size: PassageSize,
): number {
  const pieces = Math.max(2, Math.round((rest + overlap) / size.targetTokens));
  const goal = (rest + overlap) / pieces;
  let best = from + 1;
  let leastCost = Number.POSITIVE_INFINITY;
  let tokens = overlap;
  for (let index = from; index < units.length; index += 1) {
    const unit = units[index];
    if (unit === undefined) break;
    if (tokens + unit.tokens > size.maximumTokens && tokens >= size.minimumTokens) break;
    tokens += unit.tokens;
    if (tokens < size.minimumTokens) continue;
    const left = rest + overlap - tokens;
    const cost =
      Math.abs(tokens - goal) / goal +
      costOfEnding[unit.endsWith] +
      (left > 0 && left < size.minimumTokens ? costOfShortRest : 0);
    if (cost < leastCost) {
      leastCost = cost;
      best = index + 1;
    }
    if (tokens > size.maximumTokens) break;
  }
  return leastCost === Number.POSITIVE_INFINITY ? units.length : best;
}
