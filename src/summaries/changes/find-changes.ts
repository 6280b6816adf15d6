import { setImmediate as nextTurn } from 'node:timers/promises';
import { createCiteStatements } from '../cite-statements.ts';
import type { ReadPublication } from '../read-publication.ts';
import { claimsOf, type Report, type ReportPart } from '../report.ts';
import { ReportRefused } from '../report-refused.ts';
import { alignStatements } from './align-statements.ts';
import { areEditions } from './are-editions.ts';
import { arrangeChanges } from './arrange-changes.ts';
import { importanceOf } from './describe-change.ts';
import { type ChangesList, type ListedChange, listChanges } from './list-changes.ts';
import { nameEditions, titleOfEditions } from './name-editions.ts';
import { orderEditions } from './order-editions.ts';
import { readEdition } from './read-edition.ts';

/** More than this nobody reads; the most important ones are given. */
const mostChanges = 120;
/** Of statements of publications that are no editions of one thing: less is about something else. */
const leastLikeness = 0.6;

/**
 * What has changed from one edition of a publication to another: figures, duties, who and when,
 * what has come and what has gone, both quoted, the most important first and the others by the
 * sections of the later one. What was only moved, renumbered or put in other little words is counted and not listed.
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
  const [earlierName] = nameEditions(earlier.publication, later.publication);
  const parts = arrangeChanges(most, cite.claim, earlierName);
  const report: Report = {
    kind: 'changes',
    title: titleOfEditions(earlier.publication, later.publication),
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
