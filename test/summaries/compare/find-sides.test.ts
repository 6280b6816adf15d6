import { describe, expect, test } from 'vitest';
import { createCiteStatements } from '../../../src/summaries/cite-statements.ts';
import { findSides } from '../../../src/summaries/compare/find-sides.ts';
import { readComparable } from '../../../src/summaries/compare/statement-in-place.ts';
import { readSampleText } from '../../fakes/read-sample.ts';

/** Labels and texts of what two texts agree on and contradict each other in. */
async function sidesOf(one: string, other: string, titles = ['Discharge', 'Discharge']) {
  const reads = await Promise.all(
    [one, other].map((text, index) =>
      readSampleText(text, { id: `p${index}`, title: titles[index] ?? '' }),
    ),
  );
  const { agreements, contradictions } = await findSides(
    reads.map(readComparable),
    createCiteStatements(reads),
  );
  return { agreements, contradictions };
}

describe('what publications agree on and contradict each other in', () => {
  test('another figure for the same is a contradiction', async () => {
    const { agreements, contradictions } = await sidesOf(
      'The discharge summary reaches the practice within 48 hours.',
      'The discharge summary reaches the practice within 24 hours.',
    );
    expect(agreements).toEqual([]);
    expect(contradictions).toHaveLength(1);
    expect(contradictions[0]?.label).toBe('Different figures: discharge summary, practice');
    expect(contradictions[0]?.claims.map(({ text }) => text)).toEqual([
      'The discharge summary reaches the practice within 48 hours.',
      'The discharge summary reaches the practice within 24 hours.',
    ]);
  });

  test('the same in other little words is an agreement', async () => {
    const { agreements, contradictions } = await sidesOf(
      'Every patient keeps one named discharge coordinator from admission.',
      'From admission, every patient keeps one named discharge coordinator.',
    );
    expect(agreements).toHaveLength(1);
    expect(contradictions).toEqual([]);
  });

  test('what stands in both is not contradicted by another item of the list', async () => {
    const list = `The ward must:

- publish an exercise report within three months of the end;
- publish an action plan within six months of the end.
`;
    const { agreements, contradictions } = await sidesOf(list, list);
    expect(agreements.every(({ label }) => label.startsWith('Word for word: '))).toBe(true);
    expect(contradictions).toEqual([]);
  });

  test('a list of what is to be done does not agree with one of what is not', async () => {
    const item =
      '- send the summary of the discharge to the practice by fax;\n- telephone the family of the patient.';
    const { agreements } = await sidesOf(
      `Wards are asked to:\n\n${item}`,
      `Wards are asked not to:\n\n${item}`,
    );
    expect(agreements).toEqual([]);
  });

  test('general words of things that have nothing to do with each other say nothing', async () => {
    const { contradictions } = await sidesOf(
      'Adverse effects were infrequently reported.',
      'No adverse effects were reported.',
      ['Interferon for hepatitis', 'Mifepristone for fibroids'],
    );
    expect(contradictions).toEqual([]);
  });

  test('references and notes are passed over', async () => {
    const text = `# Discharge

The ward telephones the practice.

## References

Smith, Anna and Jones, Peter, the discharge of older people from hospital wards.
`;
    const { agreements } = await sidesOf(text, text.replace('The ward telephones', 'Nobody calls'));
    expect(agreements).toEqual([]);
  });

  test('five of each at most', async () => {
    const subjects = [
      'summary',
      'letter',
      'medicine',
      'referral',
      'transport',
      'equipment',
      'visit',
    ];
    const text = (hours: number): string =>
      subjects.map((each) => `The ${each} of the ward is due within ${hours} hours.`).join('\n\n');
    const { contradictions } = await sidesOf(text(48), text(24));
    expect(contradictions).toHaveLength(5);
  });
});
