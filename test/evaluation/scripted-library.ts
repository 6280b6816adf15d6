import type { Answer, Exchange, Quote } from '../../src/answering/index.ts';
import type { EvaluationLibrary, Instruments, Scope } from '../../src/evaluation/index.ts';
import type { Passage, Publication } from '../../src/library/index.ts';
import type { RetrievalRequest } from '../../src/retrieval/index.ts';
import { samplePublication } from '../fakes/sample-publication.ts';

export function publicationOf(id: string): Publication {
  return samplePublication({ id, source: id, title: id });
}

const passage: Passage = {
  id: 1,
  publicationId: '',
  ordinal: 0,
  text: '',
  headingPath: [],
  pageStart: null,
  pageEnd: null,
  characterStart: 0,
  characterEnd: 0,
};

/** A library that retrieves and answers what the test says, and records what it was asked. */
export class ScriptedLibrary implements EvaluationLibrary {
  readonly requests: RetrievalRequest[] = [];
  readonly asked: { question: string; scope: Scope }[] = [];
  readonly texts = new Map<string, string>();
  rank: (query: string) => string[] = () => {
    throw new Error('no ranking was scripted');
  };
  answer: (question: string, scope: Scope) => { answer: Answer; confidence: number } = () => {
    throw new Error('no answer was scripted');
  };

  async add(documents: Iterable<{ source: string; text: string }>) {
    const publicationIds = new Map<string, string>();
    for (const { source, text } of documents) {
      publicationIds.set(source, `p:${source}`);
      this.texts.set(`p:${source}`, text);
    }
    return { publicationIds, passages: publicationIds.size * 2 };
  }

  async ingest(): Promise<never> {
    throw new Error('no folder was scripted');
  }

  readonly prices = () => null;

  readonly retriever = {
    retrieve: async (request: RetrievalRequest) => {
      this.requests.push(request);
      return {
        passages: this.rank(request.query).map((id) => ({
          passage: { ...passage, publicationId: id },
          publication: publicationOf(id),
          score: 1,
          lexicalScore: 1,
          semanticSimilarity: 1,
        })),
        signals: {
          searched: 1,
          lexicalCompleteness: 1,
          lexicalLead: 0,
          cohesionLead: 0,
        },
      };
    },
  };

  async ask(question: string, scope: Scope): Promise<Exchange> {
    this.asked.push({ question, scope });
    return {
      id: question,
      conversation: question,
      question,
      standaloneQuestion: question,
      audiences: [],
      askedAt: 0,
      durationMs: 1,
      asker: null,
      modelRun: null,
      ...this.answer(question, scope),
    };
  }

  async publicationText(id: string) {
    const text = this.texts.get(id);
    return text === undefined ? null : { text, pageStarts: [], headings: [] };
  }

  async close(): Promise<void> {}
}

export function quoteOf(publicationId: string, text: string, start = 0): Quote {
  return {
    publicationId,
    passageId: 1,
    text,
    ranges: [{ start, end: start + text.length }],
    pageStart: null,
    pageEnd: null,
    headingPath: [],
  };
}

export function answerOf(...quotes: Quote[]): Answer {
  return {
    kind: 'answer',
    composer: 'extractive',
    disagreements: [],
    claims: quotes.map((quote) => ({ text: quote.text, quotes: [quote], citations: [1] })),
    sources: [],
  };
}

export const abstention: Answer = {
  kind: 'abstention',
  reason: 'nothing-relevant',
  nearest: [],
};

/** A clock that goes on by a millisecond at every look. */
export function steadyInstruments(): Instruments {
  let now = 0;
  return {
    milliseconds: () => {
      now += 1;
      return now;
    },
    residentMegabytes: () => 100,
    progress: () => {},
  };
}
