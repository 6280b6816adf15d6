import { setImmediate as nextTurn } from 'node:timers/promises';
import { withAntecedent } from '../../answering/index.ts';
import { type CiteStatements, createCiteStatements } from '../cite-statements.ts';
import type { ReadPublication } from '../read-publication.ts';
import { claimsOf, type Report, type ReportPart, type SidesPart } from '../report.ts';
import { ReportRefused } from '../report-refused.ts';
import { alignStatements } from './align-statements.ts';
import { areEditions } from './are-editions.ts';
import { importanceOf } from './describe-change.ts';
import { type ChangesList, type ListedChange, listChanges } from './list-changes.ts';
import { orderEditions } from './order-editions.ts';
import { readEdition } from './read-edition.ts';

/** More than this nobody reads; the most important ones are given. */
const mostChanges = 120;
/** Of statements of publications that are no editions of one thing: less is about something else. */
const leastLikeness = 0.6;

/**
 * What has changed from one edition of a publication to another: figures, duties, who and when,
 * what has come and what has gone, both quoted, by the sections of the later one. What was only
 * moved, renumbered or put in other little words is counted and not listed.
 *
 * @param one taken for the earlier one where dates and titles do not tell.
 * @throws {ReportRefused} `wrong-number` when both are the same publication.
 */
export async function findChanges(
  one: ReadPublication,
  other: ReadPublication,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Report> {
  if (one.publication.id === other.publication.id) {
    throw new ReportRefused('wrong-number', 'Name two different publications, not one twice.');
  }
  const { earlier, later, note } = orderEditions(one, other);
  const before = readEdition(earlier);
  await nextTurn();
  const after = readEdition(later);
  signal?.throwIfAborted();
  await nextTurn();
  const alignment = alignStatements(before, after);
  signal?.throwIfAborted();
  await nextTurn();
  const list = listChanges(alignment, before, after);
  const fewest = Math.min(before.length, after.length);
  const isEdition = areEditions(earlier, later, { pairs: alignment.pairs.length, fewest });
  const shown = list.changes.filter(
    ({ likeness, importance }) =>
      isEdition || (likeness >= leastLikeness && importance >= importanceOf.who),
  );
  const most = mostImportant(shown);
  const cite = createCiteStatements([earlier, later]);
  const parts = partsOf(most, cite.claim);
  const report: Report = {
    kind: 'changes',
    title: `${earlier.publication.title} → ${later.publication.title}`,
    description: 'What has changed from the earlier to the later',
    composer: 'extractive',
    parts: parts.length > 0 ? parts : [nothingFound(isEdition)],
    sources: [],
    notes: [
      ...(note === null ? [] : [note]),
      ...notesOf(list, { isEdition, left: shown.length - most.length }),
    ],
  };
  return { ...report, sources: cite.sources(claimsOf(report)) };
}

function mostImportant(changes: readonly ListedChange[]): ListedChange[] {
  const kept = new Set(
    changes.toSorted((one, other) => other.importance - one.importance).slice(0, mostChanges),
  );
  return changes.filter((change) => kept.has(change));
}

/** A part for each section, that with the most important change first; likewise within a part. */
function partsOf(changes: readonly ListedChange[], claim: CiteStatements['claim']): ReportPart[] {
  const sections = new Map<string, ListedChange[]>();
  for (const change of changes) {
    const heading = headingOf(change);
    sections.set(heading, [...(sections.get(heading) ?? []), change]);
  }
  return [...sections]
    .map(([heading, listed]) => ({
      heading,
      listed: listed.toSorted((one, other) => other.importance - one.importance),
    }))
    .sort((one, other) => (other.listed[0]?.importance ?? 0) - (one.listed[0]?.importance ?? 0))
    .flatMap(({ heading, listed }) => {
      const all = listed.flatMap(({ label, earlier, later }) => {
        const statements = [earlier, later].filter((each) => each !== null);
        // Two that belong together explain each other; one alone needs what it points back to.
        const isAlone = statements.length === 1;
        const claims = statements.flatMap(
          ({ candidate }) =>
            claim(candidate, isAlone ? withAntecedent(candidate) : candidate.ranges) ?? [],
        );
        return claims.length === statements.length ? [{ label, claims }] : [];
      });
      const sides = all.filter((side) => !all.some((other) => isQuotedIn(side, other)));
      return sides.length === 0 ? [] : [{ kind: 'sides', heading, sides } as const];
    });
}

type Side = SidesPart['sides'][number];

/** Whether what has come or gone is quoted with a sentence after it that needs it. */
function isQuotedIn(side: Side, other: Side): boolean {
  const [claim, more] = side.claims;
  const [outer, counterpart] = other.claims;
  if (claim === undefined || outer === undefined || more !== undefined) return false;
  if (side === other || counterpart !== undefined) return false;
  const around = outer.quotes.flatMap(({ publicationId, ranges }) =>
    ranges.map((range) => ({ publicationId, ...range })),
  );
  return claim.quotes.every(({ publicationId, ranges }) =>
    ranges.every(({ start, end }) =>
      around.some(
        (range) =>
          range.publicationId === publicationId &&
          range.start <= start &&
          end <= range.end &&
          range.end - range.start > end - start,
      ),
    ),
  );
}

function headingOf({ at, earlier }: ListedChange): string {
  if (at !== null) return at.heading ?? 'At the beginning';
  return earlier?.heading
    ? `${earlier.heading} (in the earlier one only)`
    : 'In the earlier one only';
}

function nothingFound(isEdition: boolean): ReportPart {
  const sentence = isEdition
    ? 'Nothing of substance has changed.'
    : 'Nothing in the one answers closely enough to anything in the other to be compared.';
  return { kind: 'silence', heading: null, sentences: [sentence] };
}

function notesOf(
  { changes, unchanged }: ChangesList,
  { isEdition, left }: { isEdition: boolean; left: number },
): string[] {
  const count = (kind: ListedChange['kind']): number =>
    changes.filter((change) => change.kind === kind).length;
  const notes = isEdition
    ? [
        `${count('changed')} changed, ${count('added')} added, ${count('removed')} removed; ${unchanged} statements unchanged.`,
        'Numbering, order and little words are left out.',
      ]
    : [
        'These two do not read like editions of one publication.',
        'Only statements that answer to each other are compared; what one of them says alone is not listed.',
      ];
  if (left > 0) notes.push(`${left} less important changes are not listed.`);
  return notes;
}
