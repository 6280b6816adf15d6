import { Command } from 'commander';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Answered, AskRequest, Exchange, Explanation } from '../../src/answering/index.ts';
import { registerAsk } from '../../src/commands/ask.ts';
import { CommandFailure } from '../../src/commands/command.ts';
import { readableDate } from '../../src/commands/describe-exchange.ts';
import { wrapText } from '../../src/commands/wrap-text.ts';
import { readConfig } from '../../src/config.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { scriptPassages } from './scripted-search.ts';

const answered: Exchange = {
  id: 'id-1',
  conversation: 'terminal:x',
  question: 'How is success judged?',
  standaloneQuestion: 'How is success judged?',
  audiences: ['public', 'members'],
  answer: {
    kind: 'answer',
    composer: 'extractive',
    disagreements: [],
    claims: [
      { text: 'Success is judged by outcomes.', quotes: [], citations: [1] },
      { text: 'Not by activity.', quotes: [], citations: [1, 2] },
    ],
    sources: [
      {
        number: 1,
        publication: samplePublication({ date: '2014-10-06' }),
        heading: 'Outcomes',
        pages: [],
      },
      {
        number: 2,
        publication: samplePublication({
          id: 'old',
          title: 'Old policy',
          kind: 'case-study',
          date: '2019',
          status: 'superseded',
          supersededBy: 'New policy',
          link: 'https://example.org/old',
        }),
        heading: 'Left out, for there are pages',
        pages: [3, 4],
      },
    ],
  },
  confidence: 0.8,
  askedAt: 0,
  durationMs: 3,
  asker: null,
  modelRun: null,
};

let printed: string[] = [];
let json: unknown[] = [];
let noted: string[] = [];
let requests: AskRequest[] = [];
let closed = 0;

async function run(argv: string[], exchange = answered): Promise<void> {
  const program = new Command('concord').exitOverride().configureOutput({ writeErr: () => {} });
  registerAsk({
    width: () => 60,
    open: async () => ({
      ask: async (request) => {
        requests.push(request);
        request.onProgress?.({ kind: 'searching' });
        request.onProgress?.({ kind: 'planning' });
        request.onProgress?.({ kind: 'researching', step: 2 });
        return exchange;
      },
      explain: async ({ standaloneQuestion }): Promise<Explanation> => ({
        standaloneQuestion,
        type: 'how',
        focus: standaloneQuestion,
        found: scriptPassages([{ text: 'Success is judged by outcomes, whatever the activity.' }])
          .found,
        features: {
          completeness: 0.5,
          lead: 0.25,
          cohesion: 0.125,
          sentence: 0.75,
          form: 1,
          found: 2,
        },
        confidence: 0.8,
        threshold: 0.5,
        sentences: [],
      }),
      close: async () => {
        closed += 1;
      },
    }),
  })({
    program,
    config: () => readConfig({}, '/'),
    print: (text) => printed.push(text),
    printJson: (value) => json.push(value),
    note: (text) => noted.push(text),
  });
  await program.parseAsync(['ask', ...argv], { from: 'user' });
}

beforeEach(() => {
  printed = [];
  json = [];
  noted = [];
  requests = [];
  closed = 0;
});

describe('concord ask', () => {
  test('prints claims with their citations, then the sources', async () => {
    await run(['How', 'is', 'success', 'judged?']);
    expect(printed.join('\n')).toBe(`Success is judged by outcomes. [1]

Not by activity. [1][2]

Sources
[1] Common values · statement · 6 October 2014 · section
    “Outcomes”
[2] Old policy · case study · 2019 · superseded by New
    policy · p. 3, 4 · https://example.org/old`);
    expect(requests[0]?.question).toBe('How is success judged?');
    expect(closed).toBe(1);
  });

  test('says what takes a while, apart from what is printed', async () => {
    await run(['How is success judged?']);
    expect(noted).toEqual(['Working out what to look up…', 'Looking further (step 2)…']);
  });

  test('says where the sources disagree, between the claims and the sources', async () => {
    const answer = answered.answer as Answered;
    const [first, second] = answer.claims;
    if (first === undefined || second === undefined) throw new Error('two claims are needed');
    const claims = [first, { ...second, citations: [2] }];
    const disagreements = [{ claims: [0, 1] as [number, number], newer: 1, ranksHigher: 0 }];
    const disagreeing = { ...answered, answer: { ...answer, claims, disagreements } };
    await run(['How is success judged?'], disagreeing);
    expect(printed.join('\n')).toContain(`Not by activity. [2]

Sources disagree. [1] (statement, 6 October 2014) and [2]
(case study, 2019, superseded) say different things. [2] is
newer, but a statement ranks above a case study.

Sources
`);
    await run(['--json', 'How is success judged?'], disagreeing);
    expect(json).toMatchObject([{ answer: { disagreements } }]);
  });

  test('says that the library does not answer, and what is closest', async () => {
    await run(['Who won?'], {
      ...answered,
      answer: {
        kind: 'abstention',
        reason: 'evidence-too-weak',
        nearest: [{ publication: samplePublication(), heading: 'Outcomes', page: 12 }],
      },
    });
    expect(printed.join('\n')).toBe(`The library does not answer this.

Closest
- Common values · p. 12 · section “Outcomes”`);
  });

  test('says how a follow-up was understood', async () => {
    await run(['why?'], { ...answered, question: 'why?' });
    expect(printed[0]).toMatch(/^Understood as: How is success judged\?/);
  });

  test('asks as a member unless told otherwise, in a conversation of its own', async () => {
    await run(['Why?']);
    await run(['Why?', '--audience', 'leads', '--group', 'discharge-board', '--conversation', 'a']);
    expect(requests[0]?.audiences).toEqual(['public', 'members']);
    expect(requests[0]?.conversation).toMatch(/^terminal:.{20,}/);
    expect(requests[1]).toMatchObject({
      audiences: ['public', 'members', 'leads', 'group:discharge-board'],
      conversation: 'terminal:a',
    });
  });

  test('prints one JSON document under --json', async () => {
    await run(['Why?', '--json']);
    await run(['Why?', '--json', '--explain']);
    expect(printed).toEqual([]);
    expect(json[0]).toEqual(answered);
    expect(json[1]).toMatchObject({ id: 'id-1', explanation: { confidence: 0.8, type: 'how' } });
  });

  test('explains with passages, scores and evidence', async () => {
    await run(['Why?', '--explain']);
    const text = printed.join('\n');
    expect(text).toContain('Confidence:   0.80 (from 0.5 up it is answered): answered');
    expect(text).toContain(
      'completeness 0.50, lead 0.25, cohesion 0.13, sentence 0.75, form 1, found 2',
    );
    expect(text).toContain('  1. 1  words 10  subject 0.50  Publication 0');
  });

  test.each([
    [
      ['Why?', '--audience', 'everyone'],
      /--audience: expected one of public, members, leads, staff/,
    ],
    [['Why?', '--group', 'Not Valid'], /--group: expected small letters/],
    [[' '], /Give a question/],
  ])('refuses %j', async (argv, message) => {
    const failure = await run(argv).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandFailure);
    expect(failure).toMatchObject({ exitStatus: 2, message: expect.stringMatching(message) });
    expect(requests).toEqual([]);
  });
});

test('dates are as precise as they are known', () => {
  expect(['2014-10-06', '2014-10', '2014', null].map(readableDate)).toEqual([
    '6 October 2014',
    'October 2014',
    '2014',
    '',
  ]);
});

test('lines are broken at spaces, longer words stay whole', () => {
  expect(wrapText('one two three fourteen-letters', 8, '  ')).toBe(
    'one two\n  three\n  fourteen-letters',
  );
});
