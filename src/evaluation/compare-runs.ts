import type { Measured } from './compare-files.ts';
import { DataSetError } from './data-set-error.ts';
import { roundFigure } from './round-figure.ts';
import { bootstrapInterval, type Interval } from './scorers/bootstrap-interval.ts';
import { mean } from './scorers/mean.ts';

/** One figure of two runs. */
export interface FigureDifference {
  figure: string;
  /** Null where a run has none. */
  a: number | null;
  b: number | null;
  /** B less A; null unless both have the figure. */
  difference: number | null;
  /** 95% confidence of the difference; null without a value for every question. */
  interval: Interval | null;
  /** With the figure in both runs; null without a value for every question. */
  questions: number | null;
}

type Figures = ReadonlyMap<string, number | null>;

const digits = 4;

/**
 * Compares two runs of one command, figure by figure, in A's order. Of details, each question is
 * compared with itself, and the interval is a bootstrap of these differences (paired, percentile):
 * it says how far the difference could be due to the questions that happened to be asked. Questions
 * without the figure in either run are left out of it.
 *
 * @throws {DataSetError} when one is a report and the other details, when they hold different
 *   figures, or when they asked different questions.
 */
export function compareRuns(a: Measured, b: Measured): FigureDifference[] {
  if (a.kind === 'report' && b.kind === 'report') return compareReports(a.figures, b.figures);
  if (a.kind === 'details' && b.kind === 'details') return compareDetails(a.questions, b.questions);
  throw mismatch('one is a report (--json) and the other is details (--details)');
}

function compareReports(a: Figures, b: Figures): FigureDifference[] {
  return sameFigures([a], [b]).flatMap((figure) => {
    const [left, right] = [a.get(figure) ?? null, b.get(figure) ?? null];
    if (left === null && right === null) return [];
    const difference = left === null || right === null ? null : roundFigure(right - left, digits);
    return [{ figure, a: left, b: right, difference, interval: null, questions: null }];
  });
}

function compareDetails(
  a: ReadonlyMap<string, Figures>,
  b: ReadonlyMap<string, Figures>,
): FigureDifference[] {
  const onlyInOne = [...new Set([...a.keys(), ...b.keys()])].filter(
    (id) => !(a.has(id) && b.has(id)),
  );
  requireNone('question', onlyInOne);
  return sameFigures([...a.values()], [...b.values()]).flatMap((figure) => {
    const pairs = [...a].flatMap(([id, mine]) => {
      const [left, right] = [mine.get(figure) ?? null, b.get(id)?.get(figure) ?? null];
      return left === null || right === null ? [] : [{ left, right }];
    });
    if (pairs.length === 0) return [];
    const differences = pairs.map(({ left, right }) => right - left);
    const interval = bootstrapInterval(differences);
    return [
      {
        figure,
        a: roundFigure(mean(pairs.map(({ left }) => left)), digits),
        b: roundFigure(mean(pairs.map(({ right }) => right)), digits),
        difference: roundFigure(mean(differences), digits),
        interval: interval && {
          low: roundFigure(interval.low, digits),
          high: roundFigure(interval.high, digits),
        },
        questions: pairs.length,
      },
    ];
  });
}

/** The figures of both; one that is null in one run may have parts in the other, as tokens do. */
function sameFigures(a: readonly Figures[], b: readonly Figures[]): string[] {
  const [inA, inB] = [a, b].map((all) => [...new Set(all.flatMap((one) => [...one.keys()]))]);
  const [namesA, namesB] = [inA ?? [], inB ?? []];
  const isKnown = (name: string, names: readonly string[]): boolean =>
    names.some(
      (other) => other === name || other.startsWith(`${name}.`) || name.startsWith(`${other}.`),
    );
  requireNone('figure', [
    ...namesA.filter((name) => !isKnown(name, namesB)),
    ...namesB.filter((name) => !isKnown(name, namesA)),
  ]);
  return [...new Set([...namesA, ...namesB])];
}

function requireNone(what: string, onlyInOne: readonly string[]): void {
  const [first] = onlyInOne;
  if (first === undefined) return;
  throw mismatch(
    `${onlyInOne.length} of the ${what}s are in one only, such as ${JSON.stringify(first)}`,
  );
}

function mismatch(why: string): DataSetError {
  return new DataSetError(
    'data-set-invalid',
    `the two files cannot be compared: ${why}. Give two files that the same eval command wrote for the same data.`,
  );
}
