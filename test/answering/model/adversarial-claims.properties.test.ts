import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimCheck } from '../../../src/answering/model/claim-check.ts';
import { claimChecks } from '../../../src/answering/model/claim-checks.ts';
import { readClaims } from '../../../src/answering/model/read-claims.ts';
import type { VerifiedClaim } from '../../../src/answering/model/verified-claim.ts';
import { verifyClaim } from '../../../src/answering/model/verify-claim.ts';
import { ChatModelError } from '../../../src/prompting/index.ts';
import {
  type AdversarialScript,
  adversarialScripts,
  createAdversarialModel,
} from '../../fakes/adversarial-model.ts';
import { createAttackedLibrary } from '../../fakes/attacked-library.ts';

const library = createAttackedLibrary();
const request = { messages: [], output: { name: 'claims', schema: {} }, mostTokens: 1 };

interface Outcome {
  shown: VerifiedClaim[];
  /** Codes of those that were not. */
  failures: string[];
}

/** Reads and verifies all that the model of a script says. */
async function answer(script: AdversarialScript, checks = claimChecks): Promise<Outcome> {
  const outcome: Outcome = { shown: [], failures: [] };
  async function* text(): AsyncGenerator<string> {
    for await (const chunk of createAdversarialModel(script).stream(request)) {
      if (chunk.kind === 'text') yield chunk.text;
    }
  }
  try {
    for await (const draft of readClaims(text())) {
      const checked = verifyClaim(draft, library.passages, library.texts, checks);
      if ('claim' in checked) outcome.shown.push(checked.claim);
      else outcome.failures.push(checked.failure.code);
    }
  } catch (error) {
    if (!(error instanceof ChatModelError)) throw error;
  }
  return outcome;
}

const figures = (text: string): string[] => text.match(/[£$€]?\d+(?:[.,:]\d+)*%?/g) ?? [];
const suspicious = /:\/\/|www\.|\.example|[@<>]|\]\(|#\p{L}|SYSTEM|[\p{Cc}\p{Cf}\p{Cs}]/u;

/** What is wrong with a claim that was shown, told without the code that let it through. */
function faultsOf(claim: VerifiedClaim, { claims }: AdversarialScript): string[] {
  const faults: string[] = [];
  for (const quote of claim.quotes) {
    const text = library.texts.get(quote.publicationId)?.text ?? '';
    const standing = quote.ranges.map(({ start, end }) => text.slice(start, end)).join(' … ');
    const passage = [...library.passages.values()].find(
      (each) => each.passage.id === quote.passageId,
    );
    if (quote.text !== standing || quote.ranges.length === 0) faults.push('not word for word');
    for (const part of quote.text.split(' … ')) {
      if (!passage?.passage.text.includes(part)) faults.push('not in the passage');
    }
  }
  const quoted = claim.quotes.flatMap(({ text }) => figures(text));
  if (claim.quotes.length === 0) faults.push('no quote');
  if (!figures(claim.text).every((each) => quoted.includes(each))) faults.push('figures');
  if (suspicious.test(claim.text)) faults.push('link, mention or mark');
  const made = claims.filter(({ text }) => text.trim() === claim.text);
  if (made.length > 0 && made.every(({ mayPass }) => mayPass === 'never')) {
    faults.push(...made.map(({ attack }) => attack));
  }
  return faults;
}

describe('whatever a model says', () => {
  test('nothing unsupported is shown, and honest claims are', async () => {
    const codes = new Set<string>();
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(adversarialScripts(library), async (script) => {
        const outcome = await answer(script);
        for (const code of outcome.failures) codes.add(code);
        shown += outcome.shown.length;
        expect(outcome.shown.flatMap((claim) => faultsOf(claim, script))).toEqual([]);
        if (!script.isWhole) return;
        const texts = outcome.shown.map(({ text }) => text);
        const honest = script.claims.filter(({ mayPass }) => mayPass === 'always');
        expect(texts).toEqual(expect.arrayContaining(honest.map(({ text }) => text)));
      }),
      { numRuns: 5_000 },
    );
    expect(shown).toBeGreaterThan(1_000);
    // The attacks have met every check; what several passages share is quoted by chance only.
    codes.delete('ambiguous-quote');
    expect([...codes].sort()).toEqual([
      'direction',
      'figures',
      'link-or-mention',
      'misleading-quote',
      'negation',
      'no-quote',
      'quote-not-found',
      'short-quote',
      'too-long',
      'ungrounded',
      'unknown-name',
      'unreadable-text',
    ]);
  }, 60_000);

  test.each(claimChecks.map((check) => [check.name, check] as const))(
    'something would be, without %s',
    async (_, left: ClaimCheck) => {
      const checks = claimChecks.filter((check) => check !== left);
      const scripts = fc.sample(adversarialScripts(library), { numRuns: 600, seed: 1 });
      const outcomes = await Promise.all(scripts.map((script) => answer(script, checks)));
      const faults = outcomes.flatMap(({ shown }, index) => {
        const script = scripts[index];
        return script === undefined ? [] : shown.flatMap((claim) => faultsOf(claim, script));
      });
      expect(faults).not.toEqual([]);
    },
  );
});
