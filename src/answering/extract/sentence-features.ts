import type { Question } from '../question/question.ts';
import type { TermStatistics } from '../term-statistics.ts';
import type { Candidate } from './candidate.ts';
import { hasExpectedForm } from './expected-form.ts';
import { pointsBack } from './points-back.ts';
import { coverageOf, type QuestionTerms } from './question-terms.ts';

/** What speaks for and against a candidate as an answer. Names are those of the coefficients. */
export interface SentenceFeatures {
  /** Share of the information of the part that asks. */
  focus: number;
  /** Share of the information of the whole question. */
  whole: number;
  /** As `focus`, with headings and title, and with the sentence that it points back to. */
  withHeadings: number;
  /** As `focus`, with the sentences around it. */
  withNeighbours: number;
  /** Share of the question's neighbouring terms that stand close together. */
  pairs: number;
  /** 1 has the form of such an answer, -1 has not, 0 any form would do. */
  form: number;
  /** The passage's combined retrieval score. */
  passage: number;
  /** 1 for the first candidate of its passage, 1/2 for the second, … */
  early: number;
}

export interface ReadCandidate {
  candidate: Candidate;
  terms: ReadonlySet<string>;
  features: SentenceFeatures;
}

/** Reads every candidate once. */
export function readCandidates(
  candidates: readonly Candidate[],
  question: Question,
  wanted: QuestionTerms,
  statistics: TermStatistics,
): ReadCandidate[] {
  const termsOf = remember((text) => statistics.terms(text));
  return candidates.map((candidate) => {
    const sequence = termsOf(candidate.text);
    const terms = new Set(sequence);
    const around = [candidate.previous, candidate.next].flatMap((neighbour) =>
      neighbour === null ? [] : termsOf(neighbour.text),
    );
    const above = [...candidate.headings, candidate.retrieved.publication.title].flatMap(termsOf);
    const carried =
      candidate.previous !== null && pointsBack(candidate.text)
        ? termsOf(candidate.previous.text)
        : [];
    const form = hasExpectedForm(question.type, candidate.text);
    const focus = coverageOf(wanted.focus, terms);
    return {
      candidate,
      terms,
      features: {
        focus,
        whole: coverageOf(wanted.whole, terms),
        withHeadings: coverageOf(wanted.focus, new Set([...terms, ...carried, ...above])),
        withNeighbours: coverageOf(wanted.focus, new Set([...terms, ...around])),
        pairs: pairsHeld(wanted, sequence),
        form: form === null ? 0 : form ? 1 : -1,
        passage: candidate.retrieved.score,
        early: 1 / (1 + candidate.position),
      },
    };
  });
}

const closeTogether = 2;

function pairsHeld({ pairs, focus }: QuestionTerms, sequence: readonly string[]): number {
  if (pairs.length === 0) return 0;
  let held = 0;
  let total = 0;
  for (const [left, right] of pairs) {
    const weight = Math.min(focus.weights.get(left) ?? 0, focus.weights.get(right) ?? 0);
    total += weight;
    const isClose = sequence.some((term, index) => {
      if (term !== left && term !== right) return false;
      const other = term === left ? right : left;
      return sequence.slice(index + 1, index + 1 + closeTogether).includes(other);
    });
    if (isClose) held += weight;
  }
  return total === 0 ? 0 : held / total;
}

function remember<Value>(compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const stored = known.get(text);
    if (stored !== undefined) return stored;
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}
