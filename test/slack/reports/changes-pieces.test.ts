import { describe, expect, test } from 'vitest';
import { reportMessages } from '../../../src/slack/reports/report-messages.ts';
import type { Report } from '../../../src/summaries/index.ts';
import { keptReport, sampleReport, sourceOf, statement } from './sample-report.ts';
import { shownText as shown } from './shown-text.ts';

const second = { id: 'clinics', title: 'Shared clinics', status: 'superseded' as const };
const sources = [sourceOf(1), sourceOf(2, second)];
const ofSecond = (text: string, page: number) =>
  statement(text, { number: 2, id: 'clinics', page });

describe('what has changed', () => {
  test('lists what follows under the same word once', () => {
    const added = (text: string) => ({ label: 'Added', claims: [ofSecond(text, 7)] });
    const sides = [added('One.'), added('Two.'), { label: 'Removed', claims: [statement('Old.')] }];
    const parts: Report['parts'] = [{ kind: 'sides', heading: 'Planning', sides }];
    const text = shown(sampleReport({ kind: 'changes', sources, parts }));
    expect(text).toContain(
      'Added (Later [2])\nOne. \np. 7\nTwo. \np. 7\nRemoved (Earlier [1])\nOld. ',
    );
  });

  test('names editions in short, and sections where they are not those of the heading', () => {
    const dated = [sourceOf(1, { date: '2019' }), sourceOf(2, { ...second, date: '2024-05' })];
    const claims = [statement('Within 48 hours.'), ofSecond('Within 24 hours.', 7)];
    const sides = [{ label: '48 hours → 24 hours', claims }];
    const parts: Report['parts'] = ['Most important changes', 'Outcomes'].map((heading) => ({
      kind: 'sides',
      heading,
      sides,
    }));
    const text = shown(sampleReport({ kind: 'changes', sources: dated, parts }));
    const side = (place: string) =>
      `48 hours → 24 hours\n2019 [1]: \nWithin 48 hours.${place}\n2024 [2]: \nWithin 24 hours. \np. 7`;
    expect(text).toContain(`Most important changes\n${side(' \n“Outcomes”')}`);
    expect(text).toContain(`Outcomes\n${side('')}`);
  });

  test('never leaves a heading at the end of a message', () => {
    const long = 'The ward tells the practice what it has done. '.repeat(6);
    const parts: Report['parts'] = Array.from({ length: 12 }, (_, index) => ({
      kind: 'sides',
      heading: `Section ${index}`,
      sides: [{ label: 'Changed', claims: [statement(long, { page: 1 }), ofSecond(long, 7)] }],
    }));
    const messages = reportMessages(
      keptReport(sampleReport({ kind: 'changes', sources, parts })),
      [],
    );
    expect(messages.length).toBeGreaterThan(1);
    for (const { blocks } of messages) {
      const types = blocks.map((block) => ('type' in block ? block.type : null));
      const last = types.lastIndexOf('header');
      expect(types[last + 1]).toMatch(/rich_text|context/);
      expect(JSON.stringify(blocks[last + 1])).not.toContain('Continued');
    }
  });

  test('of very many changes shows what fits in two messages, and how many are in the file', () => {
    const long = 'The ward tells the practice what it has done. '.repeat(4);
    const sides = Array.from({ length: 80 }, (_, index) => ({
      label: `${index} hours → ${index + 1} hours`,
      claims: [statement(`${index}. ${long}`, { page: 1 }), ofSecond(`${index}. ${long}`, 7)],
    }));
    const parts: Report['parts'] = [{ kind: 'sides', heading: 'Planning', sides }];
    const report = sampleReport({ kind: 'changes', sources, parts });
    expect(reportMessages(keptReport(report), [])).toHaveLength(2);
    const text = shown(report);
    const [, left] = /(\d+) more changes are not shown here/.exec(text) ?? [];
    const listed = text.match(/^\d+ hours → /gm)?.length ?? 0;
    expect(listed).toBeGreaterThan(5);
    expect(listed + Number(left)).toBe(80);
    expect(text).toContain('The files under “Take it away” have all of them.');
  });
});
