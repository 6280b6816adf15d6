import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { chooseCell } from '../../../src/summaries/compare/choose-cell.ts';
import { ruleOf } from '../../../src/summaries/compare/columns/rule-of.ts';
import { placeStatements } from '../../../src/summaries/compare/statement-in-place.ts';
import { comparisonColumns } from '../../../src/summaries/index.ts';
import { readSampleFile } from '../../fakes/read-sample.ts';
import { labelledCells } from './labelled-cells.ts';

const corpus = resolve(import.meta.dirname, '../../../corpus');

test('cells hold what belongs there, nine times in ten, and are found eight times in ten', async () => {
  let shown = 0;
  let right = 0;
  let wanted = 0;
  let found = 0;
  for (const { file, cells, optional = {} } of labelledCells) {
    const statements = placeStatements(await readSampleFile(join(corpus, file)));
    for (const column of comparisonColumns) {
      const fitting = [...(cells[column] ?? []), ...(optional[column] ?? [])];
      const chosen = chooseCell(statements, ruleOf[column]);
      const fits = chosen.filter(({ text }) => fitting.some((words) => text.includes(words)));
      shown += chosen.length;
      right += fits.length;
      if (cells[column] === undefined) continue;
      wanted += 1;
      if (fits.length > 0) found += 1;
    }
  }
  expect(shown).toBeGreaterThan(40);
  expect(right / shown).toBeGreaterThanOrEqual(0.9);
  expect(found / wanted).toBeGreaterThanOrEqual(0.8);
});
