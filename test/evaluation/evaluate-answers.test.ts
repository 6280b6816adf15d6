import { describe, expect, it } from 'vitest';
import {
  evaluateAnswers,
  goldenCases,
  prepareLeaveOut,
  preparePassageQuestions,
} from '../../src/evaluation/index.ts';
import {
  abstention,
  answerOf,
  quoteOf,
  ScriptedLibrary,
  steadyInstruments,
} from './scripted-library.ts';

const long = 'The court sends you a case number within ten days.';
const other = 'Garden waste is collected on alternate Fridays in summer.';

const question = (id: string, answerable: boolean, text: string) => ({
  id,
  question: id,
  passages: [{ id: 'p0', title: 'T', text }],
  evidence: answerable ? [text] : [],
  answers: answerable ? ['within ten days'] : [],
  answerable,
});

describe('questions with their passages', () => {
  it('are asked within their own passages, each distinct passage added once', async () => {
    const prepared = preparePassageQuestions([
      question('one', true, long),
      question('two', true, other),
      question('three', false, long),
      { ...question('four', false, ' '), passages: [{ id: 'p0', title: 'T', text: ' ' }] },
    ]);
    expect(prepared.documents.map((document) => document.text)).toEqual([long, other]);
    const library = new ScriptedLibrary();
    const cases = prepared.cases(await library.add(prepared.documents));
    expect(cases.map((each) => each.scope)).toEqual([
      { within: ['p:passage-0'] },
      { within: ['p:passage-1'] },
      { within: ['p:passage-0'] },
      { within: [] },
    ]);
  });

  it('are scored for decision, confidence, evidence, answer and quotes', async () => {
    const prepared = preparePassageQuestions([
      question('right', true, long),
      question('wrong', true, other),
      question('silent', true, long),
      question('rightly silent', false, other),
      question('wrongly bold', false, other),
    ]);
    const library = new ScriptedLibrary();
    const cases = prepared.cases(await library.add(prepared.documents));
    library.answer = (asked) => {
      switch (asked) {
        case 'right':
          return { answer: answerOf(quoteOf('p:passage-0', long)), confidence: 0.9 };
        case 'wrong':
          return {
            answer: answerOf(quoteOf('p:passage-0', long), quoteOf('p:passage-1', 'Invented.')),
            confidence: 0.8,
          };
        case 'wrongly bold':
          return { answer: answerOf(quoteOf('p:passage-1', other)), confidence: 0.85 };
        default:
          return { answer: abstention, confidence: 0.1 };
      }
    };
    const { report, outcomes } = await evaluateAnswers(cases, library, steadyInstruments());
    expect(report).toEqual({
      questions: 5,
      answered_of_answerable: 0.6667,
      abstained_of_unanswerable: 0.5,
      balanced_accuracy: 0.5833,
      // Pairs: .9 beats both, .8 beats one, the .1 of "silent" ties with one: 3.5 of 6.
      auroc: 0.5833,
      evidence_hit: 0.5,
      answer_contained: 1,
      rejected_again: null,
      quotes: 4,
      quotes_verified: 3,
      claims_per_answer: 1.333,
      composed_by_model: 0,
      tokens: null,
      model_failures: null,
      answer_ms: { p50: 1, p95: 1 },
      shares_ms: null,
    });
    expect(outcomes.flatMap(({ unfounded }) => unfounded.map((quote) => quote.text))).toEqual([
      'Invented.',
    ]);
  });

  it('leave undefined what cannot be measured', async () => {
    const prepared = preparePassageQuestions([question('silent', true, long)]);
    const library = new ScriptedLibrary();
    library.answer = () => ({ answer: abstention, confidence: 0 });
    const cases = prepared.cases(await library.add(prepared.documents));
    expect((await evaluateAnswers(cases, library, steadyInstruments())).report).toMatchObject({
      abstained_of_unanswerable: null,
      balanced_accuracy: null,
      auroc: null,
      evidence_hit: null,
      claims_per_answer: null,
      quotes: 0,
    });
  });
});

it('only the first questions are asked when there is a limit, in a library of all passages', async () => {
  const prepared = preparePassageQuestions(
    [question('one', true, long), question('two', false, other)],
    1,
  );
  const library = new ScriptedLibrary();
  const cases = prepared.cases(await library.add(prepared.documents));
  expect(cases.map((each) => each.id)).toEqual(['one']);
  expect(prepared.documents).toHaveLength(2);
});

describe('leave-out', () => {
  const set = {
    name: 'small',
    documents: [
      { id: 'a', title: '', text: long },
      { id: 'b', title: '', text: other },
    ],
    queries: [
      {
        id: 'q',
        text: 'when?',
        relevance: new Map([
          ['a', 1],
          ['b', 0],
        ]),
      },
      { id: 'lost', text: 'what?', relevance: new Map([['empty', 1]]) },
    ],
  };

  it('asks each query with and without its relevant documents, and looks at where quotes are from', async () => {
    const prepared = prepareLeaveOut(set);
    const library = new ScriptedLibrary();
    const cases = prepared.cases(await library.add(prepared.documents));
    library.answer = (_, scope) =>
      scope.without === undefined
        ? { answer: answerOf(quoteOf('p:b', other)), confidence: 0.9 }
        : { answer: abstention, confidence: 0.2 };
    const { report } = await evaluateAnswers(cases, library, steadyInstruments());
    expect(library.asked).toEqual([
      { question: 'when?', scope: {} },
      { question: 'when?', scope: { without: ['p:a'] } },
    ]);
    expect(report).toMatchObject({
      questions: 2,
      balanced_accuracy: 1,
      auroc: 1,
      evidence_hit: 0,
      answer_contained: null,
      rejected_again: null,
    });
  });
});

describe('golden questions', () => {
  const golden = {
    id: 'g',
    question: 'when?',
    answerable: true,
    audience: 'members' as const,
    publication: ['a.md'],
    evidence: [long],
    answers: [],
  };

  it('are asked of the whole corpus, for whoever asks', () => {
    const added = { publicationIds: new Map([['a.md', 'p1']]), passages: 1 };
    expect(goldenCases([golden], added)).toMatchObject([
      { id: 'g', scope: { audience: 'members' }, evidencePublications: new Set(['p1']) },
    ]);
  });

  it('are hit only by quotes of the publication they name', async () => {
    const library = new ScriptedLibrary();
    const documents = ['a.md', 'b.md'].map((source) => ({ source, title: source, text: long }));
    const cases = goldenCases([golden], await library.add(documents));
    const hits: (number | null)[] = [];
    for (const quoted of ['p:a.md', 'p:b.md']) {
      library.answer = () => ({ answer: answerOf(quoteOf(quoted, long)), confidence: 1 });
      const { report } = await evaluateAnswers(cases, library, steadyInstruments());
      hits.push(report.evidence_hit);
    }
    expect(hits).toEqual([1, 0]);
  });

  it('must name publications that exist', () => {
    const added = { publicationIds: new Map<string, string>(), passages: 1 };
    expect(() => goldenCases([golden], added)).toThrow(/question g: publication a\.md is not/);
  });
});
