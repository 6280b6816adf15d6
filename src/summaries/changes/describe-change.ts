import { createAnalyser } from '../../retrieval/index.ts';
import { diffWords, type Replacement } from './diff-words.ts';
import { type DiffWord, textOfWords } from './read-words.ts';

/** What is different between a statement and what it has become. */
export interface Change {
  /** In the statements' own words, such as `10 days → 5 days; should → must`. */
  label: string;
  /** The more, the earlier it is to be told: figures, times and duties, then who, then wording. */
  importance: number;
}

export const importanceOf = { figure: 5, duty: 5, who: 3, wording: 1 } as const;
type ChangeKind = keyof typeof importanceOf;

const analyser = createAnalyser();
const duties = new Set(
  `must shall should may can cannot will would could need needs required requires mandatory optional
   not no never none nobody nothing only unless except without`.split(/\s+/),
);
/** These count where little else is replaced with them. */
const bounds = new Set(
  `always all any every each both either neither if until before after least most more less
   fewer over under above below`.split(/\s+/),
);
const shortRun = 3;
const modal = /^(?:must|shall|should|may|can|will|cannot)$/;
const times =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|daily|weekly|fortnightly|monthly|quarterly|annual|annually|yearly|half|quarter|third|twice|once|day|days|week|weeks|month|months|year|years|hour|hours|minute|minutes|noon|midnight|immediately)$/;
const unitKind = /^(?:working|calendar|clinical|consecutive|million|billion|per|bed|square)$/;
/** Longer runs are shown by the quotes alone. */
const longestRun = 12;
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
  const importance = importanceOf[most.kind];
  const isRewritten =
    told.reduce(
      (sum, { replacement: { before, after } }) => sum + before.length + after.length,
      0,
    ) >
    (earlier.length + later.length) / 2;
  const important = told.filter(({ kind }) => importanceOf[kind] === importance);
  const figures = important.filter(({ replacement }) => isFigureForFigure(replacement));
  const inFigures = figures.length > 0 && most.kind === 'figure';
  const inDuties = important.filter(({ kind }) => kind === 'duty');
  const shown = isRewritten ? figures : inFigures ? [...figures, ...inDuties] : important;
  const named = shown
    .map(({ replacement }) => nameOf(replacement, earlier, later))
    .filter((name) => name !== null)
    .slice(0, mostNamed);
  const label = named.length > 0 ? named.join('; ') : rewordedFrom(earlier, later);
  return { label, importance };
}

/** With the duties and denials that have come or gone. */
function rewordedFrom(earlier: readonly DiffWord[], later: readonly DiffWord[]): string {
  const lost = dutiesOnlyIn(earlier, later);
  const gained = dutiesOnlyIn(later, earlier);
  return [
    'Reworded',
    ...(gained.length > 0 ? [`added: ${gained.join(', ')}`] : []),
    ...(lost.length > 0 ? [`left out: ${lost.join(', ')}`] : []),
  ].join('; ');
}

function dutiesOnlyIn(one: readonly DiffWord[], other: readonly DiffWord[]): string[] {
  const held = new Set(other.map(({ plain }) => plain));
  const only = one.filter(({ plain }) => duties.has(plain) && !held.has(plain));
  return [...new Set(only.map(({ text }) => `\u201c${text}\u201d`))];
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
    .map(({ plain }) => plain)
    .filter((plain) => among.has(plain))
    .join(' ');

const stemsOf = (words: readonly DiffWord[]): string =>
  analyser.terms(words.map(({ plain }) => plain).join(' ')).join(' ');

/** `10 days → 5 days`, `added: “…”`, `left out: “…”`; null when it is too long to be named. */
function nameOf(
  { before, after, beforeAt, afterAt }: Replacement,
  earlier: readonly DiffWord[],
  later: readonly DiffWord[],
): string | null {
  if (before.length > longestRun || after.length > longestRun) return null;
  if (before.length === 0) return `added: “${textOfWords(after)}”`;
  if (after.length === 0) return `left out: “${textOfWords(before)}”`;
  const one = withUnit(earlier, beforeAt, before.length);
  const other = withUnit(later, afterAt, after.length);
  return `${one} → ${other}`;
}

/** A figure with the word that says of what. */
function withUnit(words: readonly DiffWord[], at: number, length: number): string {
  const run = words.slice(at, at + length);
  let end = at + length;
  if (run.at(-1)?.kind === 'figure' && !/[%\u00a3$\u20ac:]/u.test(run.at(-1)?.text ?? '')) {
    while (unitKind.test(words[end]?.plain ?? '')) end += 1;
    if (words[end]?.kind === 'word') end += 1;
  }
  return textOfWords(words.slice(at, end));
}
