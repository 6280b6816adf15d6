import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Claim, Exchange, Feedback, Source } from '../answering/index.ts';
import { audienceRanks } from '../people/index.ts';
import type { goldenQuestionSchema } from './golden-questions.ts';

/** A line of a golden question file, as it is written. */
export type GoldenQuestionLine = z.input<typeof goldenQuestionSchema>;

/** What somebody thought of an answer, with the answer. */
export interface Judgement {
  feedback: Feedback;
  exchange: Exchange;
}

/**
 * Makes evaluation cases of feedback, in the form of golden questions: what was helpful has to rest
 * on the same publications again, what was rejected must not. Says nothing of who asked or judged.
 * Alike judgements of the same question make one case.
 *
 * @param sourceOf source of a publication (id) that the library still holds; null for others, which
 *   are left out of the cases.
 */
export function feedbackCases(
  judgements: readonly Judgement[],
  sourceOf: (publicationId: string) => string | null,
): GoldenQuestionLine[] {
  const cases = new Map<string, { content: CaseContent; notes: Set<string> }>();
  for (const judgement of judgements) {
    const content = caseOf(judgement, sourceOf);
    if (content === null) continue;
    const id = `feedback-${digest(content)}`;
    const made = cases.get(id) ?? { content, notes: new Set() };
    if (judgement.feedback.note !== null) made.notes.add(judgement.feedback.note);
    cases.set(id, made);
  }
  return [...cases].map(([id, { content, notes }]) => ({
    id,
    ...content,
    ...(notes.size > 0 && { note: [...notes].join('; ') }),
  }));
}

type CaseContent = Omit<GoldenQuestionLine, 'id'>;

/** Null when nothing is left to compare with. */
function caseOf(
  { feedback, exchange }: Judgement,
  sourceOf: (publicationId: string) => string | null,
): CaseContent | null {
  const { answer, standaloneQuestion: question, audiences } = exchange;
  const { verdict, reason, citation } = feedback;
  const audience = audienceRanks.findLast((rank) => audiences.includes(rank)) ?? 'public';
  const common = { question, audience, verdict };
  const claims = answer.kind === 'answer' ? answer.claims : [];
  const sources = answer.kind === 'answer' ? answer.sources : [];
  if (verdict === 'helpful') {
    if (answer.kind === 'abstention') return { ...common, answerable: false };
    const basis = basisOf(claims, sources, sourceOf);
    if (basis.publication.length === 0) return null;
    return { ...common, answerable: true, ...basis };
  }
  const about = sources.filter(({ number }) => number === citation);
  const basis = basisOf(claims, about, sourceOf);
  const rejected = { ...common, answerable: null, ...(reason !== null && { reason }) };
  if (reason === 'wrong') {
    const { evidence } = basisOf(claims, citation === null ? sources : about, sourceOf);
    return evidence.length === 0 ? rejected : { ...rejected, not: { evidence } };
  }
  if (basis.publication.length === 0) return rejected;
  const { publication } = basis;
  const isRejected = reason === 'wrong-source' || reason === 'out-of-date';
  return isRejected ? { ...rejected, not: { publication } } : { ...rejected, publication };
}

/** The sources that the library holds, and what claims quote from them, each sentence once. */
function basisOf(
  claims: readonly Claim[],
  sources: readonly Source[],
  sourceOf: (publicationId: string) => string | null,
): { publication: string[]; evidence: string[] } {
  const publication = new Set<string>();
  const evidence = new Set<string>();
  for (const { publication: cited } of sources) {
    const source = sourceOf(cited.id);
    if (source === null) continue;
    publication.add(source);
    for (const quote of claims.flatMap(({ quotes }) => quotes)) {
      if (quote.publicationId !== cited.id) continue;
      for (const part of quote.text.split(' \u2026 ')) evidence.add(part);
    }
  }
  return { publication: [...publication], evidence: [...evidence] };
}

/** Stable, so that exporting again gives the same ids. */
function digest(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
}
