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
      const { changed, added, removed } = edited;
      made += changed.length + added.length + removed.length;
      for (const part of report.parts) {
        for (const { claims } of part.kind === 'sides' ? part.sides : []) {
          const [one, other] = claims;
          told += 1;
          // What came or went is quoted with the sentence before it where it needs one.
          const isReal =
            other !== undefined
              ? changed.some(({ before, after }) => one?.text === before && other.text === after)
              : (one?.citations[0] === 1 ? removed : added).some((text) =>
                  one?.text.endsWith(text),
                );
          if (isReal) right += 1;
        }
      }
    }
  }
  expect(made).toBeGreaterThan(40);
  expect(right / told).toBeGreaterThanOrEqual(0.9);
  expect(right / made).toBeGreaterThanOrEqual(0.9);
});
