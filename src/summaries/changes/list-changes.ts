import type { AlignedPair, Alignment } from './align-statements.ts';
import { createCutOrJoined } from './cut-or-joined.ts';
import { type Change, describeChange, importanceOf } from './describe-change.ts';
import { nameRowChange } from './name-row-change.ts';
import type { EditionStatement } from './read-edition.ts';
import { wordsHeld } from './words-held.ts';

/** One change between two editions. */
export interface ListedChange {
  kind: 'changed' | 'added' | 'removed';
  label: string;
  importance: number;
  /** How much the two statements have in common, 0..1; 0 where there is one alone. */
  likeness: number;
  /** Null where the edition says nothing of it. */
  earlier: EditionStatement | null;
  later: EditionStatement | null;
  /**
   * Where the report puts it: the statement of the later edition that it is, or one of the section
   * to which it would belong.
   */
  at: EditionStatement | null;
}

export interface ChangesList {
  /** In the order of the later edition. */
  changes: ListedChange[];
  /** Statements of the later edition that say what the earlier one said. */
  unchanged: number;
}

const duty = /^(?:must|shall|should|required|may|can|cannot)$/;

/** Tells changes of substance from what has only been moved, cut in two or put in other little words. */
export function listChanges(
  { pairs, onlyEarlier, onlyLater }: Alignment,
  earlier: readonly EditionStatement[],
  later: readonly EditionStatement[],
): ChangesList {
  const changes: ListedChange[] = [];
  let unchanged = 0;
  const held = {
    earlier: new Set(onlyEarlier.filter(wordsHeld(later))),
    later: new Set(onlyLater.filter(wordsHeld(earlier))),
  };
  const isCutOrJoined = createCutOrJoined(held);
  const ledIn = new Set<number>();
  for (const pair of pairs) {
    const change =
      describeChange(pair.earlier.words, pair.later.words) ?? changeOfLead(pair, ledIn);
    if (change === null || isCutOrJoined(pair)) unchanged += 1;
    else
      changes.push({
        kind: 'changed',
        ...change,
        label: nameRowChange(pair.earlier.candidate, pair.later.candidate) ?? change.label,
        likeness: pair.likeness,
        earlier: pair.earlier,
        later: pair.later,
        at: pair.later,
      });
  }
  for (const statement of onlyLater) {
    if (held.later.has(statement)) unchanged += 1;
    else
      changes.push({
        kind: 'added',
        label: 'Added',
        importance: weightOf(statement),
        likeness: 0,
        earlier: null,
        later: statement,
        at: statement,
      });
  }
  const counterparts = new Map(pairs.map((pair) => [pair.earlier, pair.later]));
  const ofSameSection = new Map(later.toReversed().map((each) => [each.section, each]));
  for (const statement of onlyEarlier) {
    if (held.earlier.has(statement)) continue;
    changes.push({
      kind: 'removed',
      label: 'Removed',
      importance: weightOf(statement),
      likeness: 0,
      earlier: statement,
      later: null,
      at:
        ofSameSection.get(statement.section) ??
        nearestCounterpart(statement, earlier, counterparts),
    });
  }
  const placeOf = ({ at }: ListedChange): number => at?.order ?? Number.POSITIVE_INFINITY;
  return { changes: changes.sort((one, other) => placeOf(one) - placeOf(other)), unchanged };
}

/** What leads in to a list, or heads a table, is told of once, with the first that it belongs to. */
function changeOfLead({ earlier, later }: AlignedPair, told: Set<number>): Change | null {
  const { group } = later.candidate;
  if (group === null || earlier.lead.length === 0 || told.has(group)) return null;
  told.add(group);
  return describeChange(earlier.lead, later.lead);
}

/** What has come or gone counts for more when it holds a duty or figure. */
function weightOf({ words }: EditionStatement): number {
  const tells = words.some(({ plain, kind }) => kind === 'figure' || duty.test(plain));
  return tells ? importanceOf.who + 1 : importanceOf.wording + 1;
}

/** Of the same section; null where nothing of its section is left. */
function nearestCounterpart(
  { order, section }: EditionStatement,
  earlier: readonly EditionStatement[],
  counterparts: ReadonlyMap<EditionStatement, EditionStatement>,
): EditionStatement | null {
  for (let away = 1; away < earlier.length; away++) {
    const around = [earlier[order - away], earlier[order + away]].filter(
      (each) => each?.section === section,
    );
    if (around.length === 0) return null;
    for (const each of around) {
      const found = each === undefined ? undefined : counterparts.get(each);
      if (found !== undefined) return found;
    }
  }
  return null;
}
