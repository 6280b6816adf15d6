import type { Clock } from '../../clock.ts';
import type { PublicationText } from '../../library/index.ts';
import type { Log } from '../../observability/log.ts';
import {
  asData,
  type ChatModel,
  ChatModelError,
  type ChatRequest,
  type Prompt,
  type Prompts,
  type TokenUsage,
} from '../../prompting/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { Answered, Claim, Source } from '../answer.ts';
import { createCitations, sourcesOf } from '../citations.ts';
import type { ClaimDraft } from './claim-draft.ts';
import type { ModelRun } from './model-run.ts';
import { readClaims } from './read-claims.ts';
import { showPassages } from './show-passages.ts';
import type { ClaimFailure } from './verified-claim.ts';
import { verifyClaim } from './verify-claim.ts';

export interface ModelComposerParts {
  model: ChatModel;
  prompts: Prompts;
  clock: Clock;
  log: Log;
  /** Of `createMarker`, new for each prompt. */
  newMarker(): string;
}

export interface ModelRequest {
  /** Standalone, identifiers of people redacted. */
  question: string;
  /** Best first; at least one. */
  passages: readonly RetrievedPassage[];
  /** Of the passages' publications, by id. */
  texts: ReadonlyMap<string, PublicationText>;
  /** Slack id of the person whose budget it counts in. */
  asker?: string;
  /** Of the channel whose budget it counts in. */
  channel?: string;
  signal?: AbortSignal;
  /** Told of each claim once it is verified. */
  onClaim?(claim: Claim, sources: Source[]): void;
}

export interface ModelOutcome {
  /** Null when no claim was verified. */
  answer: Answered | null;
  /** Whether the model came to its end and offered nothing: it finds no answer in the passages. */
  foundNothing: boolean;
  run: ModelRun;
}

/**
 * Composes an answer with a model of which nothing is believed: each claim is verified as it
 * arrives, and shown only then. One that fails gets one more attempt, after the others. A model that
 * gives no answer is no error: `run.failure` says why.
 */
export type ComposeWithModel = (request: ModelRequest) => Promise<ModelOutcome>;

const mostTokens = 2_000;
const mostRepairTokens = 600;
/** Claims that get a second attempt. */
const mostRepairs = 3;

export function createModelComposer(parts: ModelComposerParts): ComposeWithModel {
  const { model, prompts, log } = parts;
  const compose = prompts.get('compose-answer');
  const repair = prompts.get('repair-claim');

  return async (request) => {
    const { question, texts, signal } = request;
    const marker = parts.newMarker();
    const asked = asData('question', question, marker);
    const shown = showPassages(request.passages, marker);
    const citations = createCitations();
    const claims: Claim[] = [];
    let sources: Source[] = [];
    const run: ModelRun = {
      model: model.name,
      prompts: [],
      usage: { input: 0, cachedInput: 0, output: 0 },
      offered: 0,
      repaired: 0,
      dropped: {},
      failure: null,
    };
    /** Claims that failed, with the check they failed last; null once a second attempt has passed. */
    const rejected: { draft: ClaimDraft; failure: ClaimFailure | null }[] = [];

    /** Takes a claim into the answer if all of it is verified. */
    function take(draft: ClaimDraft): ClaimFailure | null {
      const checked = verifyClaim(draft, shown.byId, texts);
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

    async function read(prompt: Prompt, values: Record<string, string>, tokens: number) {
      if (!run.prompts.includes(prompt.hash)) run.prompts.push(prompt.hash);
      const content = prompt.fill({ question: asked, passages: shown.text, marker, ...values });
      const text = streamText(parts, run, {
        messages: [{ role: 'user', content }],
        output: requireOutput(prompt),
        mostTokens: tokens,
        ...(signal === undefined ? {} : { signal }),
      });
      return readClaims(text);
    }

    const today = new Date(parts.clock.now()).toISOString().slice(0, 10);
    try {
      const drafts = await read(compose, { today }, mostTokens);
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
        const again = await read(
          repair,
          {
            claim: asData('claim', writtenOut(draft), marker),
            problem: asData('problem', failure.problem, marker),
          },
          mostRepairTokens,
        );
        let repaired = await again.next();
        if (!repaired.done) one.failure = take(repaired.value);
        // To its end, where the service says what it cost.
        while (!repaired.done) repaired = await again.next();
        if (one.failure === null) run.repaired += 1;
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof ChatModelError)) throw error;
      run.failure = error.failure;
    }
    for (const { failure } of rejected) if (failure !== null) count(run, failure);
    log.info({ ...run, shown: claims.length }, 'model-answered');
    return {
      answer: claims.length === 0 ? null : { kind: 'answer', composer: 'model', claims, sources },
      foundNothing: run.failure === null && run.offered === 0,
      run,
    };
  };
}

/** The model's text as it comes; what the end says goes into the run. */
async function* streamText(
  { model }: ModelComposerParts,
  run: ModelRun,
  request: ChatRequest,
): AsyncGenerator<string> {
  for await (const chunk of model.stream(request)) {
    if (chunk.kind === 'text') {
      yield chunk.text;
      continue;
    }
    if (chunk.usage !== null) run.usage = add(run.usage, chunk.usage);
    if (chunk.reason !== 'complete') run.failure = chunk.reason;
  }
}

function add(one: TokenUsage, other: TokenUsage): TokenUsage {
  return {
    input: one.input + other.input,
    cachedInput: one.cachedInput + other.cachedInput,
    output: one.output + other.output,
  };
}

/** A claim with its quotes, as it is given back to the model. */
function writtenOut({ text, quotes }: ClaimDraft): string {
  return [text, ...quotes.map(({ passage, quote }) => `${passage}: ${quote}`)].join('\n');
}

function count(run: ModelRun, { code }: ClaimFailure): void {
  run.dropped[code] = (run.dropped[code] ?? 0) + 1;
}

function requireOutput({ name, output }: Prompt) {
  if (output !== null) return output;
  throw new Error(`prompt ${name} says nothing of its output`);
}
