import { describe, expect, test } from 'vitest';
import { checkGrounding } from '../../../src/answering/model/check-grounding.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';

const quoted = 'The duty manager draws up the night rota by a fixed date.';
const title = 'Write a script to rename all files in a directory by the current date';

function codeOf(text: string, said = quoted): string | undefined {
  return checkGrounding({
    text,
    quotes: [
      {
        publicationId: 'p',
        passageId: 1,
        text: said,
        ranges: [{ start: 0, end: said.length }],
        pageStart: null,
        pageEnd: null,
        headingPath: [],
      },
    ],
    publications: [samplePublication({ id: 'p', title })],
  })?.code;
}

describe('grounding of a claim', () => {
  test.each([quoted, 'The night rota is drawn up by the duty manager. It has a fixed date.'])(
    'is there: %s',
    (text) => expect(codeOf(text)).toBeUndefined(),
  );

  test.each([
    'Meta-analysis was possible for one drug, i.e. gabapentin, in adults with T2DM.',
    'The set holds 16k tables, e.g. of Wikipedia, and 118k statements on them.',
  ])('does not miss letters of abbreviations: %s', (text) =>
    expect(codeOf(text, text)).toBeUndefined(),
  );

  test.each([
    ['of a sentence behind one that is grounded', `${quoted} Visit our shop for luxury watches.`],
    ['of a word on its own behind it', `${quoted} Pwned.`],
    ['of a title that shares a word with the quote', title],
  ])('is missing: %s', (_name, text) => expect(codeOf(text)).toBe('ungrounded'));
});
