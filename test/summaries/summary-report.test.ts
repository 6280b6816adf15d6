import { describe, expect, test } from 'vitest';
import { reportOfSummary, type Summary } from '../../src/summaries/index.ts';
import { recordNote } from '../../src/summaries/record-note.ts';
import { describeSilence } from '../../src/summaries/silence.ts';
import { samplePublication } from '../fakes/sample-publication.ts';

const claim = (text: string, page: number) => ({
  text,
  citations: [1],
  quotes: [
    {
      publicationId: 'report',
      passageId: 1,
      text,
      ranges: [{ start: 0, end: text.length }],
      pageStart: page,
      pageEnd: page,
      headingPath: ['Results'],
    },
  ],
});

const summary: Summary = {
  publication: samplePublication({ id: 'report', title: 'Night nurses', kind: 'paper' }),
  length: 'brief',
  reader: 'clinician',
  composer: 'extractive',
  parts: [
    { item: 'about', claims: [claim('We asked.', 3)] },
    { item: 'findings', claims: [claim('Waits fell.', 9), claim('Costs rose.', 7)] },
    { item: 'methods', claims: [claim('We counted.', 4)] },
  ],
  notReported: ['limits'],
  notes: ['The last page was not read.'],
};

describe('a summary as a report', () => {
  test('has a heading for each item in the order of its reader, and the pages of all', () => {
    const report = reportOfSummary(summary);
    expect(report.title).toBe('Night nurses');
    expect(report.description).toBe('Brief summary for clinicians');
    expect(report.parts.map(({ kind, heading }) => [kind, heading])).toEqual([
      ['claims', 'What it is about'],
      ['claims', 'How it was done'],
      ['claims', 'Key findings'],
      ['silence', 'Not reported'],
    ]);
    expect(report.sources).toMatchObject([{ number: 1, pages: [3, 4, 7, 9] }]);
    expect(report.notes.at(-1)).toBe('The last page was not read.');
  });

  test('one sentence stands alone, without headings or what is missing', () => {
    const report = reportOfSummary({
      ...summary,
      length: 'sentence',
      parts: [{ item: 'findings', claims: [claim('Waits fell.', 9)] }],
    });
    expect(report.parts).toMatchObject([{ kind: 'claims', heading: null }]);
    expect(report.notes).toEqual(['The last page was not read.']);
  });

  test('what a policy lays down was not found', () => {
    const { parts } = reportOfSummary({
      ...summary,
      reader: 'member',
      publication: samplePublication({ kind: 'policy' }),
    });
    expect(parts.map(({ heading }) => heading)).toContain('Main points');
  });

  test('the record is quoted only where the text does not say', () => {
    const named = reportOfSummary({
      ...summary,
      parts: [{ item: 'authorship', claims: [claim('By Ann Smith.', 1)] }],
    });
    expect(named.notes.join(' ')).not.toContain('record');
    expect(reportOfSummary(summary).notes[0]).toMatch(/^According to the library’s record, /);
  });
});

describe('what the library knows', () => {
  test.each([
    [
      ['Ann Smith', 'Tom Grey', 'Mo Lee'],
      '2014-10-06',
      'it is by Ann Smith, Tom Grey and Mo Lee and dated 6 October 2014',
    ],
    [['Ann Smith'], null, 'it is by Ann Smith'],
    [[], '2014-10', 'it is dated October 2014'],
    [[], '2014', 'it is dated 2014'],
  ])('%s, %s', (authors, date, said) => {
    expect(recordNote({ id: 'report', authors, date })).toEqual([
      `According to the library’s record, ${said}.`,
    ]);
  });

  test('may be nothing', () => {
    expect(recordNote({ id: 'report', authors: [], date: null })).toEqual([]);
  });
});

test('silence is worded by the kind of publication', () => {
  expect(describeSilence('limits', 'paper')).toBe('The paper does not report its limits.');
  expect(describeSilence('authorship', 'policy')).toBe('The policy does not say who wrote it.');
});
