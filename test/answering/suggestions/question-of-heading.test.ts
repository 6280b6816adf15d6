import { describe, expect, test } from 'vitest';
import { proposeQuestions } from '../../../src/answering/suggestions/propose-questions.ts';
import { questionOfHeading } from '../../../src/answering/suggestions/question-of-heading.ts';
import { readWords } from '../../../src/answering/suggestions/sentence-case.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';

const body =
  'The plans of both sides fail. Some rules apply. The Foundation Trust Network met in Northmere, where staff and cost rose.';
const place = { title: 'Joint working', subject: 'the hub in Stonelark', written: readWords(body) };
const ask = (heading: string, subject: string | null = null) =>
  questionOfHeading(heading, { ...place, subject })?.question ?? null;

describe('the question of a heading', () => {
  test.each([
    ['Why plans fail', 'What does “Joint working” say about why plans fail?'],
    ['3.2 Why plans fail', 'What does “Joint working” say about why plans fail?'],
    ['Staff and cost', 'What does “Joint working” say about staff and cost?'],
    ['Rules that mattered', 'What does “Joint working” say about rules that mattered?'],
    ['Northmere today', 'What does “Joint working” say about Northmere today?'],
    ['STAFF AND COST', 'What does “Joint working” say about staff and cost?'],
    [
      'The Foundation Trust Network',
      'What does “Joint working” say about the Foundation Trust Network?',
    ],
    ['The five values', 'What are the five values in “Joint working”?'],
    [
      'Four documents that are often confused',
      'What are the four documents that are often confused in “Joint working”?',
    ],
    ['Key findings', 'What findings does “Joint working” report?'],
    ['Recommendations', 'What does “Joint working” recommend?'],
    [
      'Did the service cause the change?',
      'Did the service cause the change, according to “Joint working”?',
    ],
  ])('%s', (heading, question) => {
    expect(ask(heading)).toBe(question);
  });

  test('names what a publication is about where its subtitle does', () => {
    expect(ask('Results', 'the hub in Stonelark')).toBe(
      'What were the results of the hub in Stonelark?',
    );
  });

  test.each([
    'Contents',
    'References',
    'Table 3',
    'Ministerial foreword',
    'July 2024',
    'Contact us',
    'Why a passport',
    'When in doubt',
    'Waits have doubled',
    'Two bodies, one partnership',
    'Checklist (illustrative)',
    'الملخص',
    '§ 4.1',
    '',
  ])('makes none of “%s”', (heading) => {
    expect(ask(heading)).toBeNull();
  });
});

describe('the questions of a publication', () => {
  const propose = (title: string, headings: readonly string[]) =>
    proposeQuestions(samplePublication({ title }), {
      text: body,
      pageStarts: [],
      headings: headings.map((text, offset) => ({ offset, level: 2, text })),
    });

  test('are offered by titles that say what they are about, cut nowhere within a thought', () => {
    const long = 'Discharge and transfer of care policy, Valley district (2024)';
    expect(propose(long, ['Why plans fail'])[0]?.title).toBe(
      'Discharge and transfer of care policy',
    );
    expect(propose('After a fall: a car in Merrowdale', ['Results'])[0]?.title).toBe(
      'After a fall: results',
    );
    expect(propose('Why plans matter to everybody', ['Why plans fail'])[0]?.title).toBe(
      'Why plans fail',
    );
  });

  test('are that of the title alone where it is one', () => {
    const title = 'Answer: what do the words and abbreviations of integrated care mean?';
    expect(propose(title, ['Organisations'])).toEqual([
      {
        heading: null,
        question: 'What do the words and abbreviations of integrated care mean?',
        title: 'Words and abbreviations',
      },
    ]);
  });
});
