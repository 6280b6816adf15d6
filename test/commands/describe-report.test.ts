import { expect, test } from 'vitest';
import { describeReport } from '../../src/commands/describe-report.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { sampleReport } from '../fakes/sample-report.ts';

test('says what the report says, each statement with its page, then the sources', () => {
  const text = describeReport(sampleReport(), { width: 60 });
  expect(text).toBe(
    `Common values “Ünïcode” 🏥

Brief summary for a board

Statement, October 2014 · by The partnership

What it found
Success is judged by outcomes. (p. 3)

It does not report its limits.

Side by side
[1] Common values (October 2014)
  design: Success is judged by outcomes. (p. 3)
  year: not reported

Outcomes
- [1] Common values (October 2014): Success is judged by
  outcomes. (p. 3)

Source
[1] Common values. The partnership. Statement, October 2014.
    Cited: p. 3.

Pages 7 to 9 hold no text.`,
  );
});

test('gives every quote when asked to', () => {
  const text = describeReport(sampleReport(), { width: 60, quotes: true });
  expect(text).toContain('Quotes\n> Success is judged by outcomes.\np. 3, section “Outcomes”');
});

test('keeps to the width, down to a narrow terminal and up to a readable line', () => {
  const long = sampleReport({ notes: ['A note that goes on and on '.repeat(20)] });
  for (const [width, most] of [
    [10, 40],
    [50, 50],
    [300, 96],
  ] as const) {
    const lengths = describeReport(long, { width })
      .split('\n')
      .map((line) => line.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(most);
    expect(Math.max(...lengths)).toBeGreaterThan(most - 15);
  }
});

test('says of each publication whether it is to be relied on', () => {
  const publication = samplePublication({ status: 'retracted' });
  const [source] = sampleReport().sources;
  if (source === undefined) throw new Error('the sample has a source');
  const text = describeReport(sampleReport({ sources: [{ ...source, publication }] }), {
    width: 80,
  });
  expect(text).toContain('Note: Retracted.');
});

test('gives nothing of a document to a terminal but its words', () => {
  const orders = '\u001b]0;owned\u0007\u001b[2J';
  const text = describeReport(sampleReport({ title: `Title${orders}`, notes: [`Note${orders}`] }), {
    width: 80,
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});
