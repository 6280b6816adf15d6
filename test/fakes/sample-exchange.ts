import type { Exchange } from '../../src/answering/index.ts';
import { samplePublication } from './sample-publication.ts';

/** An answered question with everything set, except what a test wants otherwise. */
export function sampleExchange(overrides: Partial<Exchange> = {}): Exchange {
  return {
    id: 'exchange-1',
    conversation: 'C1:1.000',
    question: 'What are the common values? “Ünïcode” 🏥',
    standaloneQuestion: 'What are the common values?',
    audiences: ['public', 'members', 'group:discharge-board'],
    answer: {
      kind: 'answer',
      composer: 'extractive',
      disagreements: [],
      claims: [
        {
          text: 'Success is judged by outcomes.',
          quotes: [
            {
              publicationId: 'common-values',
              passageId: 7,
              text: 'Success is judged by outcomes.',
              ranges: [{ start: 10, end: 40 }],
              pageStart: null,
              pageEnd: null,
              headingPath: ['Outcomes'],
            },
          ],
          citations: [1],
        },
      ],
      sources: [{ number: 1, publication: samplePublication(), heading: 'Outcomes', pages: [] }],
    },
    confidence: 0.8125,
    askedAt: Date.UTC(2024, 9, 1, 9),
    durationMs: 12.5,
    asker: null,
    modelRun: {
      model: 'small',
      prompts: ['0123456789abcdef'],
      steps: [{ step: 'compose', calls: 1, ms: 850 }],
      usage: { input: 1_200, cachedInput: 0, output: 80 },
      offered: 2,
      repaired: 0,
      dropped: { figures: 1 },
      failure: null,
      cachedFrom: null,
      cacheKey: null,
      costMicros: 240,
      budgetUntil: null,
      ownMs: 42.5,
      retrievalMs: 9.25,
    },
    ...overrides,
  };
}
