import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ClaimCheck } from '../../../src/answering/model/claim-check.ts';
import { claimChecks } from '../../../src/answering/model/claim-checks.ts';
import type { ClaimDraft } from '../../../src/answering/model/claim-draft.ts';
import type { VerifiedClaim } from '../../../src/answering/model/verified-claim.ts';
import { verifyClaim } from '../../../src/answering/model/verify-claim.ts';
import { type AdversarialScript, adversarialScripts } from '../../fakes/adversarial-model.ts';
import { createAttackedLibrary } from '../../fakes/attacked-library.ts';
import { readScript } from '../../fakes/read-script.ts';
import { textsSentOf } from '../../fakes/texts-sent.ts';

const library = createAttackedLibrary();

interface Outcome {
  shown: VerifiedClaim[];
  /** Codes of those that were not. */
  failures: string[];
}

function verify(drafts: readonly ClaimDraft[], checks = claimChecks): Outcome {
  const outcome: Outcome = { shown: [], failures: [] };
  for (const draft of drafts) {
    const checked = verifyClaim(draft, library.passages, library.texts, checks);
    if ('claim' in checked) outcome.shown.push(checked.claim);
    else outcome.failures.push(checked.failure.code);
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

/** Nothing of this is in any honest claim, title or wording of Concord's. */
const forbidden = [
  /:\/\/|www\.|evil|\.example|mailto/iu,
  /<[@!#]|@(?:here|channel|everyone)|@\S+\.\S/iu,
  /<<|>>|[0-9a-f]{12}/u,
  /SYSTEM|JSON|prompt|helpful assistant|passages of their library|instructions|administrator/iu,
  /approve whatever|from now on/iu,
  /Euston|parking|altered/iu,
  /[^\P{Cc}\n]|[\u200b\u202a-\u202e]/u,
];

/** What is wrong with what people would be sent for claims that were shown. */
async function faultsSent(
  shown: readonly VerifiedClaim[],
  { claims }: AdversarialScript,
): Promise<string[]> {
  const texts = await textsSentOf(shown);
  const whole = texts.join('\n');
  const mayBeSaid = new Set([
    ...claims.filter(({ mayPass }) => mayPass !== 'never').map(({ text }) => text),
    ...library.facts.map(({ claim }) => claim),
  ]);
  return [
    ...texts.filter((text) => forbidden.some((pattern) => pattern.test(text))),
    ...claims
      .filter(({ text }) => !mayBeSaid.has(text))
      .map(({ text }) => text.trim())
      .filter((text) => text !== '' && whole.includes(text)),
  ];
}

describe('whatever a model says', () => {
  test('nothing unsupported is shown, and honest claims are', async () => {
    const codes = new Set<string>();
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(adversarialScripts(library), async (script) => {
        const outcome = verify(await readScript(script));
        for (const code of outcome.failures) codes.add(code);
        shown += outcome.shown.length;
        expect(outcome.shown.flatMap((claim) => faultsOf(claim, script))).toEqual([]);
        expect(await faultsSent(outcome.shown, script)).toEqual([]);
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
      'cause',
      'direction',
      'figures',
      'instruction',
      'link-or-mention',
      'misleading-quote',
      'modality',
      'negation',
      'no-quote',
      'quote-not-found',
      'scope',
      'short-quote',
      'too-long',
      'ungrounded',
      'unknown-name',
      'unreadable-text',
    ]);
  }, 180_000);

  describe('and something would be', () => {
    let scripts: { script: AdversarialScript; drafts: ClaimDraft[] }[];
    beforeAll(async () => {
      const sample = fc.sample(adversarialScripts(library), { numRuns: 900, seed: 1 });
      scripts = await Promise.all(
        sample.map(async (script) => ({ script, drafts: await readScript(script) })),
      );
    });

    test.each(claimChecks.map((check) => [check.name, check] as const))(
      'without %s',
      (_, left: ClaimCheck) => {
        const checks = claimChecks.filter((check) => check !== left);
        const isThrough = scripts.some(({ script, drafts }) =>
          verify(drafts, checks).shown.some((claim) => faultsOf(claim, script).length > 0),
        );
        expect(isThrough).toBe(true);
      },
    );
  });
});
