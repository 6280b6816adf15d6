import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../../src/playground/blocks/validate-blocks.ts';
import { reportMessages } from '../../../src/slack/reports/report-messages.ts';
import type { Report } from '../../../src/summaries/index.ts';
import { keptReport, sampleReport, sourceOf, statement } from './sample-report.ts';
import { shownText as shown } from './shown-text.ts';

describe('a report of one publication', () => {
  test('is its title, its parts with the page of each statement, its source, what can be done', () => {
    const text = shown(
      sampleReport({
        parts: [
          {
            kind: 'claims',
            heading: 'Key findings',
            claims: [
              statement('Falls fell by 12%.', { page: 4 }),
              statement('Stays were shorter.'),
            ],
          },
          { kind: 'silence', heading: 'Not reported', sentences: ['The paper names no limits.'] },
        ],
        notes: ['Nothing was left out.'],
      }),
    );
    expect(text.split('\n')).toEqual([
      'Common values',
      'Brief summary for members',
      'Key findings',
      'Falls fell by 12%. ',
      'p. 4',
      'Stays were shorter. ',
      '“Outcomes”',
      'Not reported',
      'The paper names no limits.',
      '*Source*',
      'Common values · statement · October 2014',
      'Show quotes',
      'Nothing was left out.',
      'Other length or reader',
      'Share with a channel',
      'Take it away: Word',
      'Markdown',
    ]);
  });

  test('reads well where blocks are not shown', () => {
    const claims = [statement('Falls fell by 12%.', { page: 4 })];
    const report = sampleReport({ parts: [{ kind: 'claims', heading: 'Key findings', claims }] });
    expect(reportMessages(keptReport(report), [])[0]?.text).toBe(
      [
        'Common values',
        'Brief summary for members',
        'Key findings:',
        'Falls fell by 12%. (page 4)',
        'Source:',
        'Common values, statement, October 2014.',
      ].join('\n'),
    );
  });

  test('calls pages as they are printed, and says that it does', () => {
    const publication = { pageLabels: ['i', 'ii', '1'], pageCount: 3 };
    const claims = [statement('It began in 2014.', { page: 3 })];
    const parts: Report['parts'] = [{ kind: 'claims', heading: null, claims }];
    const text = shown(sampleReport({ parts, sources: [sourceOf(1, publication)] }));
    expect(text).toContain('p. 1');
    expect(text).toContain('Page numbers are those printed on the pages.');
  });

  test('warns first of what does not stand any more', () => {
    const retracted = sampleReport({ sources: [sourceOf(1, { status: 'retracted' })] });
    expect(shown(retracted).split('\n')[2]).toBe('⚠ *This publication: retracted.*');
  });

  test('of somebody’s own file is not shared, nor asked for again from the library', () => {
    const text = shown(sampleReport(), 'U0AMIRA0000');
    expect(text).not.toContain('Share with');
    expect(text).not.toContain('Other length');
    expect(text).toContain('Take it away: Word');
  });

  test('in a channel is there already', () => {
    expect(shown(sampleReport(), null, 'channel')).not.toContain('Share with');
  });
});

describe('a report of several publications', () => {
  const second = { id: 'clinics', title: 'Shared clinics', status: 'superseded' as const };
  const sources = [sourceOf(1), sourceOf(2, second)];
  const ofSecond = (text: string, page: number) =>
    statement(text, { number: 2, id: 'clinics', page });

  test('names source and page after each statement of each side', () => {
    const text = shown(
      sampleReport({
        kind: 'comparison',
        sources,
        parts: [
          {
            kind: 'sides',
            heading: 'Where they differ',
            sides: [
              {
                label: 'How often',
                claims: [statement('Weekly.', { page: 2 }), ofSecond('Monthly.', 7)],
              },
            ],
          },
        ],
      }),
    );
    expect(text).toContain(
      'Where they differ\nHow often\nWeekly. \n[1] p. 2\nMonthly. \n[2, superseded] p. 7',
    );
    expect(text).not.toContain('Other length');
  });

  test('sets them side by side in a table; what is not said is said not to be', () => {
    const kept = keptReport(
      sampleReport({
        kind: 'comparison',
        sources,
        parts: [
          {
            kind: 'table',
            heading: 'Side by side',
            columns: ['Question', 'Year'],
            rows: [
              { source: 1, cells: [[statement('Who decides?', { page: 3 })], []] },
              { source: 2, cells: [[], [ofSecond('It began in 2014.', 1)]] },
            ],
          },
        ],
      }),
    );
    const [message] = reportMessages(kept, []);
    const table = message?.blocks.find((block) => 'type' in block && block.type === 'table');
    const text = (value: string) => ({ type: 'raw_text', text: value });
    expect(table).toMatchObject({
      rows: [
        ['Publication', 'Question', 'Year'].map(text),
        ['[1] Common values', 'Who decides? (p.\u00a03)', 'Not reported'].map(text),
        ['[2] Shared clinics', 'Not reported', 'It began in 2014. (p.\u00a01)'].map(text),
      ],
    });
    expect(message?.text).toContain('Side by side:\n[1] Common values.\nQuestion: Who decides?');
    expect(message?.text).toContain('[2] Shared clinics.\nQuestion: Not reported');
  });

  test('gives each a column where that makes fewer of them', () => {
    const table: Report['parts'][number] = {
      kind: 'table',
      heading: null,
      columns: ['Question', 'Design', 'Year'],
      rows: [
        { source: 1, cells: [[statement('Who decides?')], [], []] },
        { source: 2, cells: [[], [], []] },
      ],
    };
    const kept = keptReport(sampleReport({ kind: 'comparison', sources, parts: [table] }));
    const [message] = reportMessages(kept, []);
    const shownTable = message?.blocks.find((block) => 'type' in block && block.type === 'table');
    const { rows } = shownTable as { rows: { text: string }[][] };
    expect(rows.map(([first]) => first?.text)).toEqual([
      'Publication',
      'Question',
      'Design',
      'Year',
    ]);
    expect(rows[0]?.map(({ text }) => text)).toEqual([
      'Publication',
      '[1] Common values',
      '[2] Shared clinics',
    ]);
  });

  test('of three publications keeps cells short, but every statement whole', () => {
    const long = 'Staff told each other what they had seen on the ward before noon on that day.';
    const three = [...sources, sourceOf(3, { id: 'third', title: 'Third paper' })];
    const claims = ['One', 'Two', 'Three'].map((word) => statement(`${word}: ${long}`));
    const table: Report['parts'][number] = {
      kind: 'table',
      heading: null,
      columns: ['Question', 'Design', 'Year', 'Cost'],
      rows: three.map(({ number }) => ({ source: number, cells: [claims, claims, [], []] })),
    };
    const ofThree = shown(sampleReport({ kind: 'comparison', sources: three, parts: [table] }));
    expect(ofThree).toContain(`• One: ${long}`);
    expect(ofThree).toContain(`• Two: ${long}`);
    expect(ofThree).not.toContain('Three: Staff');
    expect(ofThree).toContain('shortened here');
    const two = { ...table, rows: table.rows.slice(0, 2) };
    const ofTwo = shown(sampleReport({ kind: 'comparison', sources, parts: [two] }));
    expect(ofTwo).toContain(`• Three: ${long}`);
    expect(ofTwo).not.toContain('shortened here');
  });

  test('leaves out what no table of Slack’s holds, and says so', () => {
    const cells = Array.from({ length: 30 }, () => [statement('Yes.')]);
    const table: Report['parts'][number] = {
      kind: 'table',
      heading: null,
      columns: cells.map((_, index) => `Column ${index + 1}`),
      rows: Array.from({ length: 120 }, () => ({ source: 1, cells })),
    };
    const text = shown(sampleReport({ kind: 'comparison', parts: [table] }));
    expect(text).toContain('shortened here to what Slack can show');
  });

  test('shortens a table that Slack would refuse, says so, and has one in a message', () => {
    const long = 'Staff told each other what they had seen on the ward. '.repeat(30);
    const table: Report['parts'][number] = {
      kind: 'table',
      heading: 'Side by side',
      columns: Array.from({ length: 12 }, (_, index) => `Column ${index + 1}`),
      rows: Array.from({ length: 8 }, () => ({
        source: 1,
        cells: Array.from({ length: 12 }, () => [statement(long, { page: 3 })]),
      })),
    };
    const kept = keptReport(sampleReport({ kind: 'comparison', parts: [table, table] }));
    const messages = reportMessages(kept, []);
    const tables = messages.map(({ blocks }) =>
      blocks.filter((block) => 'type' in block && block.type === 'table'),
    );
    expect(tables.map((own) => own.length)).toEqual([1, 1]);
    expect(JSON.stringify(messages)).toContain('shortened here to what Slack can show');
    expect(messages.flatMap(({ blocks }) => validateBlocks(blocks, 'message'))).toEqual([]);
    const [first] = tables.flat() as { rows: unknown[][] }[];
    expect([first?.rows.length, first?.rows[0]?.length]).toEqual([13, 9]);
  });
});
