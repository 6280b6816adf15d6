import type {
  Answer,
  Answered,
  AskQuestion,
  AskRequest,
  Exchange,
} from '../../src/answering/index.ts';
import type { Publication } from '../../src/library/index.ts';
import { samplePublication } from './sample-publication.ts';

/** An AskQuestion that remembers what it was asked and answers by a script, once per exchange id. */
export interface ScriptedAsk {
  ask: AskQuestion;
  requests: AskRequest[];
}

export function createScriptedAsk(
  answer: (request: AskRequest) => Answer | Promise<Answer>,
): ScriptedAsk {
  const requests: AskRequest[] = [];
  const exchanges = new Map<string, Exchange>();
  return {
    requests,
    async ask(request) {
      requests.push(request);
      const id = request.exchangeId ?? String(requests.length);
      const stored = exchanges.get(id);
      if (stored !== undefined) return stored;
      const exchange: Exchange = {
        id,
        conversation: request.conversation,
        question: request.question,
        standaloneQuestion: request.question,
        audiences: [...request.audiences],
        answer: await answer(request),
        confidence: 0.9,
        askedAt: 0,
        durationMs: 1,
        asker: request.asker ?? null,
        modelRun: null,
      };
      exchanges.set(id, exchange);
      return exchange;
    },
  };
}

/** An answer of one claim for each text, all from one publication. */
export function answered(
  claims: readonly string[],
  publication: Publication = samplePublication(),
): Answered {
  const heading = 'Outcomes';
  return {
    kind: 'answer',
    composer: 'extractive',
    disagreements: [],
    claims: claims.map((text) => ({
      text,
      citations: [1],
      quotes: [
        {
          publicationId: publication.id,
          passageId: 1,
          text,
          ranges: [{ start: 0, end: text.length }],
          pageStart: null,
          pageEnd: null,
          headingPath: [heading],
        },
      ],
    })),
    sources: [{ number: 1, publication, heading, pages: [] }],
  };
}
