import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DataSetError,
  readAnswersSet,
  readGoldenQuestions,
  readRetrievalSet,
} from '../../src/evaluation/index.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'concord-data-sets-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const write = (name: string, ...lines: (string | object)[]): Promise<void> =>
  writeFile(
    join(directory, name),
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );

async function problem(work: Promise<unknown>): Promise<DataSetError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DataSetError);
  return error as DataSetError;
}

describe('retrieval data sets', () => {
  beforeEach(async () => {
    await write(
      'corpus.jsonl',
      { _id: 'one', title: 'First', text: 'Some text.', extra: true },
      { _id: 2, text: 'Other text.' },
      { _id: 'bare', title: ' ', text: '' },
    );
    await write(
      'queries.jsonl',
      { _id: 'q1', text: 'some' },
      { _id: 'q2', text: 'unjudged' },
      { _id: 'q3', text: 'judged, nothing relevant' },
      { _id: 4, text: 'other' },
    );
    await write(
      'qrels.tsv',
      'query-id\tcorpus-id\tscore',
      'q1\tone\t1',
      'q3\tone\t0',
      '4\t2\t3',
      '',
    );
  });

  it('keeps documents with text and queries with something to find', async () => {
    const set = await readRetrievalSet(directory);
    expect(set.documents).toEqual([
      { id: 'one', title: 'First', text: 'Some text.' },
      { id: '2', title: '', text: 'Other text.' },
    ]);
    expect(set.queries.map((query) => [query.id, [...query.relevance]])).toEqual([
      ['q1', [['one', 1]]],
      ['4', [['2', 3]]],
    ]);
  });

  it('takes its name from meta.json, else from the folder', async () => {
    const folder = directory.split('/').at(-1);
    expect((await readRetrievalSet(directory)).name).toBe(folder);
    await write('meta.json', 'not json');
    expect((await readRetrievalSet(directory)).name).toBe(folder);
    await write('meta.json', { name: 'Texts', docs: 3 });
    expect((await readRetrievalSet(directory)).name).toBe('Texts');
  });

  it('keeps the first queries up to the limit', async () => {
    expect((await readRetrievalSet(directory, 1)).queries.map((query) => query.id)).toEqual(['q1']);
  });

  it('names file, line and field of what is wrong', async () => {
    await write('corpus.jsonl', { _id: 'one', text: 'x' }, '', { _id: 'two', text: 5 });
    const wrongType = await problem(readRetrievalSet(directory));
    expect(wrongType.message).toMatch(/corpus\.jsonl, line 3: text: /);
    expect(wrongType.forPeople).toContain('qrels.tsv');

    await write('corpus.jsonl', { _id: 'one', text: 'x' }, '{"_id": ');
    expect((await problem(readRetrievalSet(directory))).message).toMatch(
      /corpus\.jsonl, line 2: not JSON/,
    );

    await write('corpus.jsonl', { _id: 'one', text: 'x' }, { _id: 'one', text: 'y' });
    expect((await problem(readRetrievalSet(directory))).message).toMatch(/_id one occurs twice/);
  });

  it.each([
    ['a missing header', ['q1\tone\t1'], /qrels\.tsv, line 1: the header line is missing/],
    ['a score that is no number', ['q\tc\ts', 'q1\tone\tyes'], /line 2: score is "yes"/],
    ['a missing column', ['q\tc\ts', 'q1\tone'], /line 2: 2 columns instead of 3/],
    ['an empty id', ['q\tc\ts', 'q1\t\t1'], /line 2: corpus-id is empty/],
  ])('rejects judgements with %s', async (_, lines, message) => {
    await write('qrels.tsv', ...lines);
    expect((await problem(readRetrievalSet(directory))).message).toMatch(message);
  });

  it('tells a missing folder, a file and a set without queries apart', async () => {
    expect(await problem(readRetrievalSet(join(directory, 'none')))).toMatchObject({
      code: 'data-set-missing',
      message: expect.stringMatching(/does not exist/),
    });
    expect(await problem(readRetrievalSet(join(directory, 'qrels.tsv')))).toMatchObject({
      message: expect.stringMatching(/not a folder/),
    });
    await rm(join(directory, 'qrels.tsv'));
    expect(await problem(readRetrievalSet(directory))).toMatchObject({
      code: 'data-set-missing',
      message: expect.stringMatching(/qrels\.tsv cannot be read \(ENOENT\)/),
    });
    await write('qrels.tsv', 'q\tc\ts', 'other\tone\t1');
    expect((await problem(readRetrievalSet(directory))).code).toBe('data-set-empty');
  });
});

describe('questions with their passages', () => {
  const question = {
    id: 'a',
    question: 'How long?',
    passages: [{ id: 'p', title: 'T', text: 'Ten days.' }],
    evidence: ['Ten days.'],
    answers: ['ten days'],
    answerable: true,
  };

  it('are read with what they need', async () => {
    await write('set.jsonl', question, { ...question, id: 'b', evidence: undefined, license: 'x' });
    const questions = await readAnswersSet(join(directory, 'set.jsonl'));
    expect(questions[0]).toEqual(question);
    expect(questions[1]).toEqual({ ...question, id: 'b', evidence: [] });
  });

  it('are rejected by line and field, before anything is measured', async () => {
    await write('set.jsonl', question, { ...question, passages: [{ id: 'p', text: null }] });
    expect((await problem(readAnswersSet(join(directory, 'set.jsonl')))).message).toMatch(
      /set\.jsonl, line 2: passages\.0\.text: /,
    );
    expect((await problem(readAnswersSet(directory))).message).toMatch(/is not a file/);
    await write('set.jsonl', '');
    expect((await problem(readAnswersSet(join(directory, 'set.jsonl')))).code).toBe(
      'data-set-empty',
    );
  });
});

describe('golden questions', () => {
  const golden = {
    id: 'g1',
    question: 'Who agreed the values?',
    answerable: true,
    publication: 'statements/values.md',
    evidence: ['All partners agreed the values.'],
  };

  it('take one publication or several', async () => {
    await write('questions.jsonl', `\uFEFF${JSON.stringify(golden)}`, {
      ...golden,
      id: 'g2',
      publication: ['a.md', 'b.md'],
      answers: ['partners'],
      audience: 'members',
      note: 'either',
    });
    const questions = await readGoldenQuestions(join(directory, 'questions.jsonl'));
    expect(questions.map((question) => question.audience)).toEqual(['leads', 'members']);
    expect(questions.map((question) => question.publication)).toEqual([
      ['statements/values.md'],
      ['a.md', 'b.md'],
    ]);
  });

  it.each([
    ['an unknown field', { ...golden, topic: 'x' }, /topic/],
    ['no evidence', { ...golden, evidence: [] }, /evidence: an answerable question quotes/],
    ['no publication', { ...golden, publication: undefined }, /publication: an answerable/],
    ['evidence for nothing', { ...golden, answerable: false }, /evidence: must be left out/],
    ['an empty sentence', { ...golden, evidence: [' '] }, /evidence\.0: must not be empty/],
  ])('are rejected with %s', async (_, record, message) => {
    await write('questions.jsonl', record);
    expect(
      (await problem(readGoldenQuestions(join(directory, 'questions.jsonl')))).message,
    ).toMatch(message);
  });

  it('are rejected when an id occurs twice', async () => {
    await write('questions.jsonl', golden, golden);
    expect(
      (await problem(readGoldenQuestions(join(directory, 'questions.jsonl')))).message,
    ).toMatch(/id g1 occurs twice/);
  });
});
