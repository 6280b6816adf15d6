import { createAnalyser } from '../../retrieval/index.ts';
import { diffWords, type Replacement } from './diff-words.ts';
import { nameReplacement } from './name-replacement.ts';
import { type DiffWord, textOfWords } from './read-words.ts';
import { definesScope, responsibleIn } from './responsible-and-scope.ts';

/** What is different between a statement and what it has become. */
export interface Change {
  /** In the statements' own words where they are whole phrases, such as `10 days → 5 days`; else `Changed`. */
  label: string;
  /** The more, the earlier it is to be told, as in `importanceOf`. */
  importance: number;
}

/** Figures, times and duties, who is responsible and to whom it applies; then who; then wording. */
export const importanceOf = {
  figure: 5,
  duty: 5,
  responsible: 5,
  scope: 5,
  who: 3,
  wording: 1,
} as const;
type ChangeKind = 'figure' | 'duty' | 'who' | 'wording';

const analyser = createAnalyser();
const duties = new Set(
  `must shall should may can cannot will would could need needs required requires mandatory optional
   not only unless except without`.split(/\s+/),
);
/** They deny alike, whatever sentence they are in. */
const denials = /^(?:no|not|none|nobody|nothing|never)$/;
/** These count where little else is replaced with them. */
const bounds = new Set(
  `always all any every each both either neither if until before after least most more less
   fewer over under above below`.split(/\s+/),
);
const shortRun = 3;
const modal = /^(?:must|shall|should|may|can|will|cannot)$/;
const times =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|daily|weekly|fortnightly|monthly|quarterly|annual|annually|yearly|half|quarter|third|twice|once|day|days|week|weeks|month|months|year|years|hour|hours|minute|minutes|noon|midnight|immediately)$/;
const mostNamed = 3;

/** Null when they differ in nothing but little words, endings and order of the like. */
export function describeChange(
  earlier: readonly DiffWord[],
  later: readonly DiffWord[],
): Change | null {
  const told = diffWords(earlier, later)
    .map((replacement) => ({ replacement, kind: kindOf(replacement, later) }))
    .filter((each): each is { replacement: Replacement; kind: ChangeKind } => each.kind !== null)
    .sort((one, other) => importanceOf[other.kind] - importanceOf[one.kind]);
  const [most] = told;
  if (most === undefined) return null;
  const responsible = namedResponsible(earlier, later);
  const scopes = [earlier, later].filter(definesScope).length;
  const importance = Math.max(
    importanceOf[most.kind],
    responsible === null ? 0 : importanceOf.responsible,
    scopes === 2 ? importanceOf.scope : scopes === 1 ? importanceOf.who : 0,
  );
  const replaced = told.reduce(
    (sum, { replacement: { before, after } }) => sum + before.length + after.length,
    0,
  );
  const isRewritten = replaced > (earlier.length + later.length) / 2;
  const important = told.filter(({ kind }) => importanceOf[kind] === importanceOf[most.kind]);
  const figures = important.filter(({ replacement }) => isFigureForFigure(replacement));
  const inFigures = figures.length > 0 && most.kind === 'figure';
  const inDuties = important.filter(({ kind }) => kind === 'duty');
  const shown = isRewritten ? figures : inFigures ? [...figures, ...inDuties] : important;
  const ofWords = responsible !== null && !inFigures ? [] : shown;
  const named = [
    ...ofWords
      .map(({ replacement }) => nameReplacement(replacement, earlier, later))
      .filter((name) => name !== null)
      .filter((name) => !isRewritten || isOfOneKind(name)),
    ...(responsible === null ? [] : [responsible]),
  ].slice(0, mostNamed);
  const label = named.length > 0 ? named.join('; ') : scopes > 0 ? 'Scope changed' : 'Changed';
  return { label, importance };
}

/**
 * Whether both sides of `48 hours → 24 hours` end in the same word, in times or in no word at all: in
 * statements that have little in common, other figures may be of other things.
 */
function isOfOneKind(name: string): boolean {
  const [one = '', other = ''] = name
    .split(' → ')
    .map((side) => side.split(' ').at(-1)?.toLowerCase() ?? '');
  const areTimes = times.test(one) && times.test(other);
  return areTimes || one.replace(/[\d.,:]+/g, '') === other.replace(/[\d.,:]+/g, '');
}

/** `Who: the general practice → the hospital team`: by whom something is done; null where it is the same. */
function namedResponsible(earlier: readonly DiffWord[], later: readonly DiffWord[]): string | null {
  const [before, after] = [responsibleIn(earlier), responsibleIn(later)];
  if (before === null || after === null) return null;
  return stemsOf(before) === stemsOf(after)
    ? null
    : `Who: ${textOfWords(before)} → ${textOfWords(after)}`;
}

/** Null for what changes nothing in the matter. */
function kindOf(
  { before, after, afterAt }: Replacement,
  later: readonly DiffWord[],
): ChangeKind | null {
  const words = [...before, ...after];
  if (words.some(({ kind, plain }) => kind === 'figure' || (times.test(plain) && plain !== 'may')))
    return 'figure';
  if (heldOf(before, duties) !== heldOf(after, duties)) return 'duty';
  const isShort = before.length <= shortRun && after.length <= shortRun;
  if (isShort && heldOf(before, bounds) !== heldOf(after, bounds)) return 'duty';
  if (isAlternative(before, after) || isAlternative(after, before)) return 'duty';
  const left = stemsOf(before);
  const right = stemsOf(after);
  if (left === right) return null;
  const isSubject = later.slice(afterAt + after.length).some(({ plain }) => modal.test(plain));
  return isSubject ? 'who' : 'wording';
}

const isFigureForFigure = ({ before, after }: Replacement): boolean =>
  [before, after].every((words) => words.some(({ kind }) => kind === 'figure'));

/** Whether `and` has become `or`. */
const isAlternative = (one: readonly DiffWord[], other: readonly DiffWord[]): boolean =>
  textOfWords(one).toLowerCase() === 'and' && textOfWords(other).toLowerCase() === 'or';

const heldOf = (words: readonly DiffWord[], among: ReadonlySet<string>): string =>
  words
    .map(({ plain }) => (denials.test(plain) ? 'not' : plain))
    .filter((plain) => among.has(plain))
    .join(' ');

const stemsOf = (words: readonly DiffWord[]): string =>
  analyser.terms(words.map(({ plain }) => plain).join(' ')).join(' ');
