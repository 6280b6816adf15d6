import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type GoldenQuestion, readGoldenQuestions } from '../../src/evaluation/index.ts';
import { audiencesUpTo } from '../../src/people/index.ts';
import { corpusFolder, readSampleCorpus, type SamplePublication } from './sample-corpus.ts';

let publications: Map<string, SamplePublication>;
let questions: GoldenQuestion[];

beforeAll(async () => {
  const corpus = await readSampleCorpus();
  publications = new Map(corpus.map((publication) => [publication.source, publication]));
  questions = await readGoldenQuestions(join(corpusFolder, 'questions.jsonl'));
});

const answerable = (): GoldenQuestion[] => questions.filter((question) => question.answerable);
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe('the golden questions', () => {
  it('are at least 120, of which at least 32 have no answer', () => {
    expect(questions.length).toBeGreaterThanOrEqual(120);
    expect(questions.length - answerable().length).toBeGreaterThanOrEqual(32);
  });

  it('are each asked once', () => {
    const asked = questions.map(({ question }) => words(question).join(' '));
    expect(asked.filter((question, index) => asked.indexOf(question) !== index)).toEqual([]);
  });

  it('rest on sentences that stand word for word in the publications they name', () => {
    const unfounded = answerable().flatMap(({ id, evidence, publication }) =>
      evidence
        .filter((sentence) => !publication.some((source) => textOf(source).includes(sentence)))
        .map((sentence) => `${id}: ${sentence}`),
    );
    expect(unfounded).toEqual([]);
  });

  it('name no publication that none of their evidence comes from', () => {
    const idle = answerable().flatMap(({ id, evidence, publication }) =>
      publication
        .filter((source) => !evidence.some((sentence) => textOf(source).includes(sentence)))
        .map((source) => `${id}: ${source}`),
    );
    expect(idle).toEqual([]);
  });

  it('expect figures that their evidence holds', () => {
    const figures = (text: string): string[] => text.match(/\d[\d,.]*(?<![,.])/g) ?? [];
    const missing = answerable().flatMap(({ id, evidence, answers, publication }) => {
      const known = new Set(evidence.flatMap(figures));
      const inText = publication.map(textOf).join('\n');
      return answers
        .flatMap(figures)
        .filter((figure) => !known.has(figure) && !inText.includes(figure))
        .map((figure) => `${id}: ${figure}`);
    });
    expect(missing).toEqual([]);
  });

  it('can be answered from what whoever asks may read today', () => {
    const hidden = answerable().flatMap(({ id, audience, publication }) => {
      const readable: readonly string[] = audiencesUpTo(audience);
      return publication
        .filter((source) => {
          const metadata = publications.get(source)?.metadata;
          return !readable.includes(metadata?.audience ?? '') || metadata?.embargoedUntil !== null;
        })
        .map((source) => `${id}: ${source}`);
    });
    expect(hidden).toEqual([]);
  });

  it('ask every publication that leads may read at least three things', () => {
    const asked = answerable().flatMap(({ publication }) => publication);
    const neglected = [...publications.values()]
      .filter(({ metadata }) => metadata.audience !== 'staff' && metadata.embargoedUntil === null)
      .filter(({ source }) => asked.filter((named) => named === source).length < 3)
      .map(({ source }) => source);
    expect(neglected).toEqual([]);
  });

  it('are not all put in the words of the text', () => {
    const shared = answerable().map(({ question, evidence }) => {
      const inEvidence = new Set(evidence.flatMap(words));
      const inQuestion = [...new Set(words(question))].filter((word) => word.length > 3);
      return inQuestion.filter((word) => inEvidence.has(word)).length / inQuestion.length;
    });
    expect(shared.filter((share) => share < 0.3).length).toBeGreaterThan(shared.length / 4);
  });

  it('without an answer are near misses in half of the cases', () => {
    const notes = questions.filter(({ answerable: has }) => !has).map(({ note }) => note ?? '');
    const near = notes.filter((note) => note.startsWith('near miss: ')).length;
    const off = notes.filter((note) => note.startsWith('off topic: ')).length;
    expect(near + off).toBe(notes.length);
    expect(Math.abs(near - off)).toBeLessThanOrEqual(4);
  });
});

function textOf(source: string): string {
  const publication = publications.get(source);
  if (publication === undefined) throw new Error(`${source} is not in the corpus`);
  return publication.text;
}
