import { describe, expect, test } from 'vitest';
import type { RetrievalResult } from '../../../src/retrieval/index.ts';
import {
  claimsOf,
  comparePublications,
  comparisonColumns,
  type ReadPublication,
  type Report,
  ReportRefused,
  type TablePart,
} from '../../../src/summaries/index.ts';
import { readSampleText } from '../../fakes/read-sample.ts';

const nothing: RetrievalResult = {
  passages: [],
  signals: { searched: 0, lexicalCompleteness: 0, lexicalLead: 0, cohesionLead: 0 },
};
const search = {
  retriever: { retrieve: async () => nothing },
  termStatistics: () => ({
    terms: (text: string) => text.split(' '),
    passages: 0,
    passagesWith: () => 0,
  }),
};

const valley = `# Falls service in Valley

## Question

We asked whether a falls service keeps people out of hospital.

## Methods

We compared 1,240 patients of the Valley falls service with 1,180 patients of Stonelark.

## Results

Emergency admissions after falls fell by 28% in the first year of the falls service.

The falls service is open to everyone who lives in the district.

## Recommendations

1. The falls service should be offered to all people aged 65 and over.
`;
const hill = `# Falls service in Hill

## Results

Emergency admissions after falls fell by 9% in the first year of the falls service.

The falls service is open to everyone who lives in the district.
`;

const both = async (): Promise<ReadPublication[]> => [
  await readSampleText(valley, { id: 'valley', title: 'Falls service in Valley' }),
  await readSampleText(hill, { id: 'hill', title: 'Falls service in Hill' }),
];

const compare = async (columns: readonly string[] = comparisonColumns): Promise<Report> =>
  comparePublications(await both(), { columns, search });

const tableOf = (report: Report): TablePart => {
  const table = report.parts.find((part) => part.kind === 'table');
  if (table === undefined) throw new Error('no table');
  return table;
};

describe('comparing publications', () => {
  test('each publication is a row, and each cell says what the text says', async () => {
    const { columns, rows } = tableOf(await compare());
    expect(columns).toEqual([
      'Question',
      'Population and place',
      'Design',
      'Outcomes',
      'Recommendations',
      'Year',
    ]);
    expect(rows.map(({ source }) => source)).toEqual([1, 2]);
    expect(rows[0]?.cells.map((cell) => cell.map(({ text }) => text))).toEqual([
      ['We asked whether a falls service keeps people out of hospital.'],
      ['We compared 1,240 patients of the Valley falls service with 1,180 patients of Stonelark.'],
      ['We compared 1,240 patients of the Valley falls service with 1,180 patients of Stonelark.'],
      ['Emergency admissions after falls fell by 28% in the first year of the falls service.'],
      ['The falls service should be offered to all people aged 65 and over.'],
      [],
    ]);
  });

  test('what a text does not say stays empty', async () => {
    const hillRow = tableOf(await compare()).rows[1];
    expect(hillRow?.cells.map(({ length }) => length)).toEqual([0, 1, 0, 1, 0, 0]);
  });

  test('what an empty cell means is said where there is one', async () => {
    const notesOn = async (...columns: string[]): Promise<string> =>
      (await compare(columns)).notes.join(' ');
    expect(await notesOn('question')).toContain('Not reported');
    expect(await notesOn('outcomes')).not.toContain('Not reported');
  });

  test('every statement is quoted word for word and cites its own publication', async () => {
    const reads = await both();
    const report = await comparePublications(reads, { columns: comparisonColumns, search });
    expect(report.sources.map(({ publication }) => publication.id)).toEqual(['valley', 'hill']);
    for (const { quotes, citations } of claimsOf(report)) {
      const read = reads[(citations[0] ?? 0) - 1];
      expect(citations).toHaveLength(1);
      for (const { publicationId, ranges, text } of quotes) {
        expect(publicationId).toBe(read?.publication.id);
        const verbatim = ranges.map(({ start, end }) => read?.text.text.slice(start, end));
        expect(verbatim.join(' … ')).toBe(text);
      }
    }
  });

  test('agreements and contradictions quote both sides', async () => {
    const { parts } = await compare(['year']);
    expect(parts.slice(1)).toMatchObject([
      {
        kind: 'sides',
        heading: 'Agreements',
        sides: [
          {
            claims: [
              {
                text: 'The falls service is open to everyone who lives in the district.',
                citations: [1],
              },
              {
                text: 'The falls service is open to everyone who lives in the district.',
                citations: [2],
              },
            ],
          },
        ],
      },
      {
        kind: 'sides',
        heading: 'Contradictions',
        sides: [
          {
            label: expect.stringMatching(/^Different figures: /),
            claims: [{ citations: [1] }, { citations: [2] }],
          },
        ],
      },
    ]);
  });

  test('where there are none, it says so', async () => {
    const [one] = await both();
    const other = await readSampleText('# Parking\n\nThe car park has two hundred spaces in all.', {
      id: 'parking',
      title: 'Parking',
    });
    const report = await comparePublications(one === undefined ? [] : [one, other], {
      columns: ['year'],
      search,
    });
    expect(report.parts.slice(1).map(({ kind }) => kind)).toEqual(['silence', 'silence']);
  });

  test('too few, too many and the same twice are refused', async () => {
    const [one] = await both();
    if (one === undefined) throw new Error('nothing was read');
    const refused = (reads: ReadPublication[]) =>
      expect(comparePublications(reads, { columns: ['year'], search })).rejects.toThrow(
        ReportRefused,
      );
    await refused([one]);
    await refused([one, one]);
    const nine = Array.from({ length: 9 }, (_, index) => ({
      ...one,
      publication: { ...one.publication, id: `p${index}` },
    }));
    await refused(nine);
  });

  test('a text in another language is said not to have been read for columns', async () => {
    const [one] = await both();
    const other = await readSampleText(
      '# Stürze\n\nDie Zahl der Einweisungen sank um ein Viertel.',
      {
        id: 'german',
        title: 'Stürze',
        language: 'de',
      },
    );
    const report = await comparePublications(one === undefined ? [] : [one, other], {
      columns: comparisonColumns,
      search,
    });
    expect(report.notes.join(' ')).toContain('Not in English: Stürze.');
  });

  test('tells of each publication as it is dealt with, and stops when it is told to', async () => {
    const told: unknown[] = [];
    await comparePublications(await both(), {
      columns: ['year'],
      search,
      onProgress: (progress) => told.push(progress),
    });
    expect(told).toEqual([
      { kind: 'publication', number: 1, of: 2, title: 'Falls service in Valley' },
      { kind: 'publication', number: 2, of: 2, title: 'Falls service in Hill' },
    ]);
    const stopped = comparePublications(await both(), {
      columns: ['year'],
      search,
      signal: AbortSignal.abort(new Error('stopped')),
    });
    await expect(stopped).rejects.toThrow('stopped');
  });
});
