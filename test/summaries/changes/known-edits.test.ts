import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findChanges } from '../../../src/summaries/index.ts';
import { readSampleFile, readSampleText } from '../../fakes/read-sample.ts';
import { editEdition, markdownOf, randomFrom, sectionsOf } from './edit-edition.ts';

const corpus = resolve(import.meta.dirname, '../../../corpus');
const files = [
  'discharge-policy-2024.md',
  'common-values.md',
  'information-sharing.md',
  'medicines-at-transfer.md',
];
const seeds = [11, 23, 37, 41, 59];

test('known edits of real texts are found, and little else', async () => {
  const strangers = sectionsOf(await readSampleFile(join(corpus, 'pooled-budget.md')), 60).flatMap(
    ({ sentences }) => sentences,
  );
  let [made, told, right] = [0, 0, 0];
  for (const file of files) {
    const sections = sectionsOf(await readSampleFile(join(corpus, file)), 60);
    for (const seed of seeds) {
      const edited = editEdition(sections, strangers, randomFrom(seed));
      const report = await findChanges(
        await readSampleText(markdownOf(sections), { id: 'earlier', date: '2023' }),
        await readSampleText(markdownOf(edited.sections), { id: 'later', date: '2025' }),
      );
      const expected = new Set([
        ...edited.changed.map(({ before, after }) => `${before} => ${after}`),
        ...edited.added.map((text) => `=> ${text}`),
        ...edited.removed.map((text) => `${text} =>`),
      ]);
      made += expected.size;
      for (const part of report.parts) {
        for (const { claims } of part.kind === 'sides' ? part.sides : []) {
          const [before, after] = [1, 2].map(
            (number) => claims.find(({ citations }) => citations.includes(number))?.text ?? '',
          );
          told += 1;
          if (expected.has(`${before} => ${after}`.trim())) right += 1;
        }
      }
    }
  }
  expect(made).toBeGreaterThan(40);
  expect(right / told).toBeGreaterThanOrEqual(0.9);
  expect(right / made).toBeGreaterThanOrEqual(0.9);
});
