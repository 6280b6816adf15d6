import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentKinds } from '../../src/library/index.ts';
import { audienceRanks } from '../../src/people/index.ts';
import { corpusFolder, readSampleCorpus, type SamplePublication } from './sample-corpus.ts';

const inventedPlaces = /Northmere|Valley district|Quillbridge|Merrowdale|Stonelark|Harrowfen/;
const emailAddress = /[\w.+-]+@[\w-]+\.\w+/;
/** British numbers, international numbers, and NHS numbers, however they are spaced. */
const telephoneNumber =
  /\+\d[\d ]{8,}|\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b|\b\d{3} ?\d{3} ?\d{4}\b/;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/;

let corpus: SamplePublication[];

beforeAll(async () => {
  corpus = await readSampleCorpus();
});

/** Names of the publications for which `holds` is not true; empty when all is well. */
function failing(holds: (publication: SamplePublication) => boolean): string[] {
  return corpus.filter((publication) => !holds(publication)).map(({ source }) => source);
}

describe('the sample corpus', () => {
  it('has at least 24 publications of every kind and of every format that people send', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(24);
    expect(new Set(corpus.map(({ metadata }) => metadata.kind))).toEqual(new Set(documentKinds));
    expect(new Set(corpus.map(({ document }) => document.format))).toEqual(
      new Set(['markdown', 'text', 'html', 'pdf', 'docx']),
    );
  });

  it('holds texts of 300 to 1,500 words', () => {
    const words = (text: string): number => text.split(/\s+/).length;
    expect(failing(({ text }) => words(text) >= 300 && words(text) <= 1_500)).toEqual([]);
  });

  it('structures every text by headings, and most of them with tables', () => {
    const headings = ({ document }: SamplePublication): number =>
      document.blocks.filter(({ kind }) => kind === 'heading').length;
    expect(failing((publication) => headings(publication) >= 4)).toEqual([]);
    const withTables = corpus.filter(({ document }) =>
      document.blocks.some(({ kind }) => kind === 'table-row'),
    );
    expect(withTables.length).toBeGreaterThanOrEqual(20);
  });

  it('says of every publication what it is, with different titles', () => {
    expect(failing(({ metadata }) => metadata.authors.length > 0)).toEqual([]);
    expect(failing(({ metadata }) => metadata.language === 'en-GB')).toEqual([]);
    const undated = failing(({ metadata }) => metadata.date !== null);
    expect(undated).toEqual(['discussion-paper-out-of-hospital-care.md']);
    expect(new Set(corpus.map(({ metadata }) => metadata.title)).size).toBe(corpus.length);
  });

  it('lets every rule on status, audience and embargo be seen', () => {
    const having = (test: (metadata: SamplePublication['metadata']) => boolean): string[] =>
      corpus.filter(({ metadata }) => test(metadata)).map(({ source }) => source);
    expect(having(({ status }) => status === 'superseded')).toEqual(['discharge-policy-2019.md']);
    expect(having(({ status }) => status === 'retracted')).toEqual(['copd-virtual-ward.md']);
    expect(having(({ embargoedUntil }) => (embargoedUntil ?? 0) > Date.UTC(2029, 0))).toEqual([
      'ambulance-conveyance.md',
    ]);
    expect(new Set(corpus.map(({ metadata }) => metadata.audience))).toEqual(
      new Set(audienceRanks),
    );
    const open = having(({ audience }) => audience === 'public' || audience === 'members');
    expect(open.length).toBeGreaterThan(corpus.length * 0.8);
  });

  it('names a successor that is in the corpus', () => {
    const titles = corpus.map(({ metadata }) => metadata.title);
    for (const { metadata } of corpus) {
      if (metadata.status === 'superseded') expect(titles).toContain(metadata.supersededBy);
    }
  });

  it('says in its first lines what is invented, and names the source of what is not', () => {
    const start = ({ document }: SamplePublication): string =>
      document.blocks
        .slice(0, 4)
        .map(({ text }) => text)
        .join('\n');
    expect(
      failing(
        (publication) =>
          !publication.metadata.illustrative ||
          /Illustrative example: .*\binvented\b/.test(start(publication)),
      ),
    ).toEqual([]);
    const real = corpus.filter(({ metadata }) => !metadata.illustrative);
    expect(real.length).toBeGreaterThanOrEqual(5);
    for (const { source, text } of real) {
      expect(text, source).not.toMatch(inventedPlaces);
      if (source !== 'glossary.md') expect(text, source).toMatch(/Source: /);
    }
  });

  it('sets every invented publication in an invented place, or in none', () => {
    const staffAnswer = 'unanswered-questions.md';
    expect(
      failing(
        ({ metadata, text, source }) =>
          !metadata.illustrative || inventedPlaces.test(text) || source === staffAnswer,
      ),
    ).toEqual([]);
  });

  it('holds nothing by which somebody real could be reached or identified', async () => {
    const questions = await readFile(join(corpusFolder, 'questions.jsonl'), 'utf8');
    const texts = [...corpus.map(({ text }) => text), questions];
    for (const pattern of [emailAddress, telephoneNumber, postcode]) {
      for (const text of texts) expect(text).not.toMatch(pattern);
    }
    expect('ring 020 7946 0958').toMatch(telephoneNumber);
    expect('number 943 476 5919').toMatch(telephoneNumber);
  });

  it('leaves out the navigation, scripts and notices of its web page', () => {
    const page = corpus.find(({ document }) => document.format === 'html');
    expect(page?.text).toContain('One record and one plan');
    expect(page?.text).not.toMatch(/cookie|Skip to|pageViews|summer meeting|monthly bulletin/i);
  });

  it('leaves running header and page numbers out of its PDF, which has several pages', () => {
    const paper = corpus.find(({ document }) => document.format === 'pdf');
    expect(paper?.document.pageCount).toBe(4);
    expect(paper?.text).not.toMatch(/Page \d of \d/);
    expect(paper?.text.match(/Measuring joint working by what patients achieve/g)).toHaveLength(1);
  });
});
