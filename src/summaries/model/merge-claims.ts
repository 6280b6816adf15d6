import { z } from 'zod';
import {
  type ClaimFailure,
  type ClaimVerification,
  countDropped,
  createClaimIntake,
  createSupportJudge,
  type ModelCalls,
  type OfferedClaim,
  readClaimsOf,
  type VerifiedClaim,
  verifyClaim,
} from '../../answering/index.ts';
import { asData, ChatModelError } from '../../prompting/index.ts';
import type { ReadPublication } from '../read-publication.ts';
import { checkAlone } from './check-alone.ts';
import { checkItem } from './check-item.ts';
import { describeLength, readerWords } from './describe-task.ts';
import { losesFigures } from './fit-claims.ts';
import type { ModelSummaryTask } from './model-summary-options.ts';
import { rankClaims } from './rank-claims.ts';
import { isMostImportant, type SummaryClaim } from './summary-claim.ts';

/** What a model gives as a claim put together from others. */
const mergedDraft = z.object({
  text: z.string().min(1).max(600),
  from: z.array(z.string().max(16)).transform((ids) => ids.slice(0, mostSources)),
});

/** A claim put together, with those of the sections that it names. */
interface OfferedMerge extends OfferedClaim {
  sources: SummaryClaim[];
}

/** A claim of more says so much that hardly a word of it could be missing in so many quotes. */
const mostSources = 3;
const mostClaims = 30;
const mostTokens = 3_000;
/** Most characters of claims and quotes in the prompt, some 6,000 tokens as in other prompts. */
const mostCharacters = 24_000;

/**
 * Has a model put together what its sections say. What it writes cites claims of sections, not the
 * publication: its quotes are theirs, so it can be backed by nothing that was not verified. It is
 * held to them by the same checks again, and may lose no figure of a most important claim; one that
 * fails gives way to the claims that it names. Empty when the model fails: there are the claims.
 *
 * Rejects only with the reason of the signal of who asked.
 *
 * @param claims in reading order.
 * @returns in the model's order.
 */
export async function mergeClaims(
  calls: ModelCalls,
  read: ReadPublication,
  claims: readonly SummaryClaim[],
  options: ModelSummaryTask,
): Promise<SummaryClaim[]> {
  const shown = labelClaims(claims, options);
  const placed: { number: number; claims: SummaryClaim[] }[] = [];
  const intake = createClaimIntake<OfferedMerge>({
    verify: (offered) => verify(offered, read),
    judge: createSupportJudge(calls),
    show: (claim, { number, sources }) => {
      const [first] = sources;
      if (first === undefined) return;
      const importance = Math.max(...sources.map((each) => each.importance));
      const { item, section } = first;
      placed.push({ number, claims: [{ ...claim, item, importance, section }] });
    },
  });
  const isWhole = await takeClaims(calls, read, shown, options, (offered) => intake.take(offered));
  for (const { offered, failure } of await intake.settle()) {
    countDropped(calls.run, failure);
    placed.push({ number: offered.number, claims: offered.sources });
  }
  if (!isWhole) return [];
  placed.sort((one, other) => one.number - other.number);
  return [...new Set(placed.flatMap((each) => each.claims))];
}

/** As many claims as there is room for, the most wanted ones, by the id that the model is shown. */
function labelClaims(
  claims: readonly SummaryClaim[],
  { reader }: ModelSummaryTask,
): Map<string, SummaryClaim> {
  let left = mostCharacters;
  const fitting = rankClaims(claims, reader).filter((claim) => {
    left -= writtenOut(claim).length;
    return left >= 0;
  });
  const inOrder = claims.filter((claim) => fitting.includes(claim));
  return new Map(inOrder.map((claim, at) => [`C${at + 1}`, claim]));
}

/** Hands on what the model offers; false when it did not come to its end. */
async function takeClaims(
  calls: ModelCalls,
  { publication }: ReadPublication,
  shown: ReadonlyMap<string, SummaryClaim>,
  { words, reader, signal }: ModelSummaryTask,
  take: (offered: OfferedMerge) => void,
): Promise<boolean> {
  let isComplete = false;
  const output = calls.stream({
    step: 'merge',
    prompt: 'merge-summary',
    values: (marker) => ({
      length: describeLength(words),
      reader: readerWords[reader],
      title: asData('title', publication.title, marker),
      claims: [...shown]
        .map(([id, claim]) =>
          asData(`${id}, ${claim.item}, importance ${claim.importance}`, writtenOut(claim), marker),
        )
        .join('\n\n'),
    }),
    mostTokens,
    signal,
    onEnd: (reason) => {
      isComplete = reason === 'complete';
    },
  });
  const most = words === null ? 1 : mostClaims;
  const offered = readClaimsOf(mergedDraft, output, most);
  try {
    let next = await offered.next();
    for (; !next.done; next = await offered.next()) {
      calls.run.offered += 1;
      const { text, from, number } = next.value;
      const sources = [...new Set(from)].flatMap((id) => shown.get(id) ?? []);
      take({ text, number, sources, quotes: quotesOf(sources), disagreesWith: 0 });
    }
    calls.run.offered += next.value.skipped;
    return isComplete && next.value.complete;
  } catch (error) {
    if (error instanceof ChatModelError) return false;
    throw error;
  }
}

function verify(
  offered: OfferedMerge,
  { publication, text, passages }: ReadPublication,
): ClaimVerification {
  const unranked = { publication, score: 0, lexicalScore: null, semanticSimilarity: null };
  const quoted = new Set(offered.quotes.map((quote) => quote.passage));
  const named = passages
    .map((passage): [string, (typeof passages)[number]] => [idOf(passage.id), passage])
    .filter(([id]) => quoted.has(id));
  const checked = verifyClaim(
    offered,
    new Map(named.map(([id, passage]) => [id, { ...unranked, passage }])),
    new Map([[publication.id, text]]),
  );
  if (!('claim' in checked)) return checked;
  const failure =
    checkAlone(checked.claim, publication.title) ??
    differsFromSources(checked.claim, offered.sources);
  return failure === null ? checked : { failure };
}

/** Whether a claim is of another item than those it is put together of, or has lost a figure of theirs. */
function differsFromSources(
  claim: VerifiedClaim,
  sources: readonly SummaryClaim[],
): ClaimFailure | null {
  const [first] = sources;
  if (first === undefined || sources.some(({ item }) => item !== first.item)) {
    return {
      code: 'ungrounded',
      problem: 'The claim puts together what belongs to several items.',
    };
  }
  const whole = { ...first, ...claim };
  if (sources.some((each) => isMostImportant(each) && losesFigures(each, [whole]))) {
    return { code: 'figures', problem: 'The claim leaves out figures that matter most.' };
  }
  return checkItem(first.item, claim);
}

const idOf = (passageId: number): string => `P${passageId}`;

function quotesOf(claims: readonly SummaryClaim[]): OfferedMerge['quotes'] {
  return claims.flatMap(({ quotes }) =>
    quotes.map(({ passageId, text }) => ({ passage: idOf(passageId), quote: text })),
  );
}

/** A claim with its quotes, as a model reads it. */
function writtenOut({ text, quotes }: SummaryClaim): string {
  return [text, ...quotes.map((quote) => `Quote: ${quote.text}`)].join('\n');
}
