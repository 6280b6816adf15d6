import { expect, test } from 'vitest';
import { createCiteStatements } from '../../src/summaries/cite-statements.ts';
import { readStatements } from '../../src/summaries/index.ts';
import { readSampleText } from '../fakes/read-sample.ts';

const read = (id: string, text: string) => readSampleText(text, { id });

test('a claim cites its publication by the place it was given', async () => {
  const reads = [
    await read('one', 'The first publication says this much.'),
    await read('two', 'The second publication says that much.'),
  ];
  const cite = createCiteStatements(reads);
  const [second] = reads.slice(1).flatMap(readStatements);
  const claim = second === undefined ? null : cite.claim(second);
  expect(claim).toMatchObject({ text: 'The second publication says that much.', citations: [2] });
  expect(claim === null ? [] : cite.sources([claim])).toMatchObject([
    { number: 1, pages: [], publication: { id: 'one' } },
    { number: 2, pages: [], publication: { id: 'two' } },
  ]);
});

test('claims made elsewhere get these numbers', async () => {
  const reads = [await read('one', 'Nothing at all.'), await read('two', 'The second says this.')];
  const alone = createCiteStatements(reads.slice(1));
  const [statement] = reads.slice(1).flatMap(readStatements);
  const claim = statement === undefined ? null : alone.claim(statement);
  expect(claim?.citations).toEqual([1]);
  const cite = createCiteStatements(reads);
  expect(claim === null ? null : cite.renumbered(claim).citations).toEqual([2]);
});

test('a statement of another publication is not cited', async () => {
  const [statement] = readStatements(await read('stranger', 'Nobody asked for this one.'));
  const cite = createCiteStatements([await read('one', 'The first says this.')]);
  expect(statement === undefined ? undefined : cite.claim(statement)).toBeNull();
});

test('pages of its quotes are the pages of a source', async () => {
  const one = await read('one', 'The first says this. The second page says more.');
  one.text.pageStarts = [
    { page: 1, offset: 0 },
    { page: 2, offset: 21 },
  ];
  const cite = createCiteStatements([one]);
  const claims = readStatements(one).flatMap((statement) => cite.claim(statement) ?? []);
  expect(cite.sources(claims.toReversed())[0]?.pages).toEqual([1, 2]);
});
