import type { PublicationText } from '../../library/index.ts';
import { asData, ChatModelError } from '../../prompting/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { Answered, Claim, Source } from '../answer.ts';
import { createCitations, sourcesOf } from '../citations.ts';
import type { ClaimDraft } from './claim-draft.ts';
import type { ModelCall, ModelCalls } from './model-calls.ts';
import type { ModelRun } from './model-run.ts';
import { readClaims } from './read-claims.ts';
import { labelPassages, showPassages } from './show-passages.ts';
import type { ClaimFailure } from './verified-claim.ts';
import { verifyClaim } from './verify-claim.ts';

export interface ComposeRequest {
  /** Standalone, identifiers of people redacted. */
  question: string;
  /** Best first; at least one. */
  passages: readonly RetrievedPassage[];
  /** Of the passages' publications, by id. */
  texts: ReadonlyMap<string, PublicationText>;
  /** UTC ms. */
  now: number;
  /** Told of each claim once it is verified. */
  onClaim?(claim: Claim, sources: Source[]): void;
}

export interface ComposeOutcome {
  /** Null when no claim was verified. */
  answer: Answered | null;
  /** Whether the model came to its end and offered nothing: it finds no answer in the passages. */
  foundNothing: boolean;
}

const mostTokens = 2_000;
const mostRepairTokens = 600;
/** Claims that get a second attempt. */
const mostRepairs = 3;

/**
 * Composes an answer with a model of which nothing is believed: each claim is verified as it
 * arrives, and shown only then. One that fails gets one more attempt, after the others. A model that
 * gives no answer is no error: `run.failure` says why.
 *
 * Rejects only with the reason of the signal of who asked.
 */
export async function composeClaims(
  calls: ModelCalls,
  request: ComposeRequest,
): Promise<ComposeOutcome> {
  const { run } = calls;
  const { question, texts } = request;
  const citations = createCitations();
  const claims: Claim[] = [];
  let sources: Source[] = [];
  /** Claims that failed, with the check they failed last; null once a second attempt has passed. */
  const rejected: { draft: ClaimDraft; failure: ClaimFailure | null }[] = [];
  const labelled = labelPassages(request.passages);

  /** Takes a claim into the answer if all of it is verified. */
  function take(draft: ClaimDraft): ClaimFailure | null {
    const checked = verifyClaim(draft, labelled, texts);
    if ('failure' in checked) return checked.failure;
    const { text, quotes, publications } = checked.claim;
    if (claims.some((claim) => claim.text === text)) return null;
    const cited = citations.cite(quotes, publications);
    const claim: Claim = { text, quotes, citations: cited.citations };
    claims.push(claim);
    sources = cited.sources;
    request.onClaim?.(claim, sourcesOf(claim, sources));
    return null;
  }
  const read = (call: ModelCall) =>
    readClaims(
      calls.stream({
        ...call,
        values: (marker) => ({
          question: asData('question', question, marker),
          passages: showPassages(labelled, marker),
          ...call.values(marker),
        }),
        onEnd: (reason) => {
          if (reason !== 'complete') run.failure = reason;
        },
      }),
    );

  try {
    const today = new Date(request.now).toISOString().slice(0, 10);
    const drafts = read({
      step: 'compose',
      prompt: 'compose-answer',
      values: () => ({ today }),
      mostTokens,
    });
    let next = await drafts.next();
    for (; !next.done; next = await drafts.next()) {
      run.offered += 1;
      const failure = take(next.value);
      if (failure !== null) rejected.push({ draft: next.value, failure });
    }
    run.offered += next.value.skipped;
    if (!next.value.complete) run.failure ??= 'malformed';
    for (const one of rejected.slice(0, mostRepairs)) {
      const { draft, failure } = one;
      if (failure === null) continue;
      const again = read({
        step: 'repair',
        prompt: 'repair-claim',
        values: (marker) => ({
          claim: asData('claim', writtenOut(draft), marker),
          problem: asData('problem', failure.problem, marker),
        }),
        mostTokens: mostRepairTokens,
      });
      let repaired = await again.next();
      if (!repaired.done) one.failure = take(repaired.value);
      // To its end, where the service says what it cost.
      while (!repaired.done) repaired = await again.next();
      if (one.failure === null) run.repaired += 1;
    }
  } catch (error) {
    if (!(error instanceof ChatModelError)) throw error;
    run.failure = error.failure;
  }
  for (const { failure } of rejected) if (failure !== null) count(run, failure);
  return {
    answer:
      claims.length === 0
        ? null
        : { kind: 'answer', composer: 'model', claims, sources, disagreements: [] },
    foundNothing: run.failure === null && run.offered === 0,
  };
}

/** A claim with its quotes, as it is given back to the model. */
function writtenOut({ text, quotes }: ClaimDraft): string {
  return [text, ...quotes.map(({ passage, quote }) => `${passage}: ${quote}`)].join('\n');
}

function count(run: ModelRun, { code }: ClaimFailure): void {
  run.dropped[code] = (run.dropped[code] ?? 0) + 1;
}
