import { createCitations } from '../../src/answering/citations.ts';
import type { Answered } from '../../src/answering/index.ts';
import type { VerifiedClaim } from '../../src/answering/model/verified-claim.ts';
import { renderExchange } from '../../src/slack/asking/render-exchange.ts';
import { sampleExchange } from './sample-exchange.ts';
import { createScriptedLibrary } from './scripted-library.ts';

const view = createScriptedLibrary();

/** Every string that people would see of an answer of these claims; empty without any. */
export async function textsSentOf(claims: readonly VerifiedClaim[]): Promise<string[]> {
  const { cite } = createCitations();
  const answer: Answered = {
    kind: 'answer',
    composer: 'model',
    claims: [],
    sources: [],
    disagreements: [],
  };
  for (const { text, quotes, publications } of claims) {
    const cited = cite(quotes, publications);
    answer.claims.push({ text, quotes, citations: cited.citations });
    answer.sources = cited.sources;
  }
  if (claims.length === 0) return [];
  const exchange = sampleExchange({ answer, modelRun: null });
  return shownIn(await renderExchange({ library: view, helpChannel: null }, exchange, []));
}

function shownIn(node: unknown, key = ''): string[] {
  if (typeof node === 'string') return /^(?:type|value|.*_id)$/.test(key) ? [] : [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, each]) => shownIn(each, name));
}
