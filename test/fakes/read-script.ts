import type { ClaimDraft } from '../../src/answering/model/claim-draft.ts';
import { readClaims } from '../../src/answering/model/read-claims.ts';
import { ChatModelError } from '../../src/prompting/index.ts';
import { type AdversarialScript, createAdversarialModel } from './adversarial-model.ts';

const request = { messages: [], output: { name: 'claims', schema: {} }, mostTokens: 1 };

/** Every claim that can be read from what the model of a script says, as it is read from any model. */
export async function readScript(script: AdversarialScript): Promise<ClaimDraft[]> {
  const drafts: ClaimDraft[] = [];
  async function* text(): AsyncGenerator<string> {
    for await (const chunk of createAdversarialModel(script).stream(request)) {
      if (chunk.kind === 'text') yield chunk.text;
    }
  }
  try {
    for await (const draft of readClaims(text())) drafts.push(draft);
  } catch (error) {
    if (!(error instanceof ChatModelError)) throw error;
  }
  return drafts;
}
