import { expect, test } from 'vitest';
import { findByline } from '../../../src/summaries/extract/find-byline.ts';
import { findSections } from '../../../src/summaries/extract/find-sections.ts';
import { readSampleText } from '../../fakes/read-sample.ts';

async function bylineOf(front: string, authors: string[] = []): Promise<string | undefined> {
  const read = await readSampleText(`# A report\n\n${front}\n\n## Methods\n\nBy counting.\n`, {
    title: 'A report',
    authors,
  });
  return findByline(read, findSections(read.text))?.text;
}

test('a line of names that the library knows, with the date below', async () => {
  expect(await bylineOf('Ann Smith, Tom Grey\n\n2022-02-28', ['Ann Smith', 'Tom Grey'])).toBe(
    'Ann Smith, Tom Grey, 2022-02-28.',
  );
});

test('a line that says so itself', async () => {
  expect(await bylineOf('Presented to Parliament by the Chancellor\n\n16 January 2025')).toBe(
    'Presented to Parliament by the Chancellor, 16 January 2025.',
  );
  expect(await bylineOf('A report by Ann Smith')).toBe('A report by Ann Smith.');
});

test('no guess: a printer, a sentence about somebody or a date alone name no author', async () => {
  expect(await bylineOf('Printed in the UK by HH Associates')).toBeUndefined();
  expect(await bylineOf('6 May 2024')).toBeUndefined();
  expect(
    await bylineOf('Ann Smith told the panel that nurses should be paid more.', ['Ann Smith']),
  ).toBeUndefined();
  expect(await bylineOf('Some words.', ['Ann Smith'])).toBeUndefined();
});
