import { type Claim, withAntecedent } from '../../answering/index.ts';
import type { CiteStatements } from '../cite-statements.ts';
import type { ReportPart, SidesPart } from '../report.ts';
import { importanceOf } from './describe-change.ts';
import type { ListedChange } from './list-changes.ts';

/** Of fewer changes nobody needs to be told which matter most. */
const fewestToHighlight = 10;
const mostHighlighted = 8;
/** With fewer that have two sides, the most important of those that came or went are told, too. */
const fewestHighlighted = 4;
const figures = /\d.* → |→.*\d/;
const order: Readonly<Record<ListedChange['kind'], number>> = { changed: 0, added: 1, removed: 2 };

/** A change with what both editions say. */
interface CitedChange {
  change: ListedChange;
  side: SidesPart['sides'][number];
}

/**
 * The parts of a report on changes: where there are many, first the most important ones, figures,
 * times, duties, who is responsible and to whom it applies; then the others by the sections of the
 * later edition, in its order. In each what has changed comes before what was added, and that before
 * what was removed.
 *
 * @param earlierName what the earlier edition is called in short.
 */
export function arrangeChanges(
  changes: readonly ListedChange[],
  claim: CiteStatements['claim'],
  earlierName: string,
): ReportPart[] {
  const all = changes.flatMap((change) => citeChange(change, claim) ?? []);
  const cited = all.filter((each) => !all.some((other) => isQuotedIn(each, other)));
  const highlights = cited.length < fewestToHighlight ? [] : mostImportant(cited);
  const parts = partsBySection(
    cited.filter((each) => !highlights.includes(each)),
    earlierName,
  );
  if (highlights.length === 0) return parts;
  const sides = highlights.map(({ side }) => side);
  return [{ kind: 'sides', heading: 'Most important changes', sides }, ...parts];
}

/** Null where one of the quotes cannot be verified. */
function citeChange(change: ListedChange, claim: CiteStatements['claim']): CitedChange | null {
  const statements = [change.earlier, change.later].filter((each) => each !== null);
  // Two that belong together explain each other; one alone needs what it points back to.
  const isAlone = statements.length === 1;
  const claims = statements.flatMap(
    ({ candidate }) =>
      claim(candidate, isAlone ? withAntecedent(candidate) : candidate.ranges) ?? [],
  );
  return claims.length === statements.length
    ? { change, side: { label: change.label, claims } }
    : null;
}

function mostImportant(cited: readonly CitedChange[]): CitedChange[] {
  const important = cited.filter(({ change }) => change.importance >= importanceOf.who);
  const ranked = important.toSorted((one, other) => weightOf(other.change) - weightOf(one.change));
  const changed = ranked.filter(({ change }) => change.kind === 'changed');
  const others = ranked.filter(
    ({ change }) => change.kind !== 'changed' && change.importance > importanceOf.who,
  );
  const shown = changed.slice(0, mostHighlighted);
  return [...shown, ...others.slice(0, Math.max(0, fewestHighlighted - shown.length))];
}

/** What can be named in few words comes before what has to be read, and figures before all else. */
function weightOf({ label, importance }: ListedChange): number {
  return importance + (figures.test(label) ? 0.4 : label === 'Changed' ? 0 : 0.2);
}

function partsBySection(cited: readonly CitedChange[], name: string): ReportPart[] {
  return [...Map.groupBy(cited, ({ change }) => headingOf(change, name))].map(([heading, own]) => ({
    kind: 'sides',
    heading,
    sides: own
      .toSorted(
        ({ change: one }, { change: other }) =>
          order[one.kind] - order[other.kind] ||
          (one.kind === 'changed' ? other.importance - one.importance : 0),
      )
      .map(({ side }) => side),
  }));
}

function headingOf({ at, earlier }: ListedChange, name: string): string {
  if (at !== null) return at.heading ?? 'At the beginning';
  return earlier?.heading ? `${earlier.heading} (${name} only)` : `${name} only`;
}

/** Whether what has come or gone is quoted with a sentence after it that needs it. */
function isQuotedIn({ side }: CitedChange, { side: other }: CitedChange): boolean {
  const [claim, more] = side.claims;
  const [outer, counterpart] = other.claims;
  if (claim === undefined || outer === undefined || more !== undefined) return false;
  if (side === other || counterpart !== undefined) return false;
  const around = rangesOf(outer);
  return rangesOf(claim).every(({ publicationId, start, end }) =>
    around.some(
      (range) =>
        range.publicationId === publicationId &&
        range.start <= start &&
        end <= range.end &&
        range.end - range.start > end - start,
    ),
  );
}

const rangesOf = ({ quotes }: Claim) =>
  quotes.flatMap(({ publicationId, ranges }) =>
    ranges.map((range) => ({ publicationId, ...range })),
  );
