import { describe, expect, test } from 'vitest';
import { authorNames } from '../../../src/library/readers/author-names.ts';
import { usableTitle } from '../../../src/library/readers/usable-title.ts';
import { pdfOf } from './pdf-of.ts';
import { readBytes } from './read-bytes.ts';

describe('titles that a file gives itself', () => {
  test.each([
    'Microsoft Word - Discharge plan v3.docx',
    'Untitled',
    'untitled document 2',
    'plan_final.pdf',
    'PowerPoint Presentation',
    'Document1',
    'main',
    '12345',
    'https://example.org/plan.pdf',
    '   ',
  ])('"%s" is none', (title) => {
    expect(usableTitle(title)).toBeUndefined();
  });

  test.each([
    'Going home well',
    'COPD',
    'Untitled no more: a memoir of care',
    '2024 report on discharge',
  ])('"%s" is one', (title) => {
    expect(usableTitle(title)).toBe(title);
  });
});

describe('authors that a file gives itself', () => {
  test.each([
    ['Ada Byron; Mary Seacole', ['Ada Byron', 'Mary Seacole']],
    [
      'Ada Byron, Mary Seacole and J. M. van der Berg',
      ['Ada Byron', 'Mary Seacole', 'J. M. van der Berg'],
    ],
    ['NHS England, Leeds', ['NHS England, Leeds']],
    ['Department of Health and Social Care', ['Department of Health and Social Care']],
    ['Administrator', []],
    ['DOMAIN\\user7', []],
    ['', []],
  ])('"%s"', (field, names) => {
    expect(authorNames(field)).toEqual(names);
  });
});

test('a PDF gives title, authors, and the day on which it was made', async () => {
  const info = {
    Title: 'Going home well',
    Author: 'Ada Byron',
    CreationDate: new Date(Date.UTC(2024, 2, 12, 12)),
  };
  const document = await readBytes(
    await pdfOf((pdf) => pdf.text('Some words.'), { info }),
    'a.pdf',
  );
  expect(document.properties).toEqual({
    title: 'Going home well',
    authors: ['Ada Byron'],
    date: '2024-03-12',
  });
});

test('a PDF behind a password is refused; one that opens without is read', async () => {
  const locked = await pdfOf((pdf) => pdf.text('Secret.'), {
    userPassword: 'abc',
    ownerPassword: 'xyz',
  });
  await expect(readBytes(locked, 'a.pdf')).rejects.toMatchObject({ code: 'file-encrypted' });
  const open = await pdfOf((pdf) => pdf.text('Open to all.'), {
    ownerPassword: 'xyz',
    userPassword: '',
  });
  expect((await readBytes(open, 'a.pdf')).blocks.map(({ text }) => text)).toEqual(['Open to all.']);
});
