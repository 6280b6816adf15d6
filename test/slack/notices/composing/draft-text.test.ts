import { expect, test } from 'vitest';
import { draftFromText } from '../../../../src/slack/notices/composing/draft-text.ts';

/** A publication of sections, the first without a heading. */
function publication(sections: readonly (readonly [heading: string | null, body: string])[]) {
  let text = '';
  const headings: { offset: number; level: number; text: string }[] = [];
  for (const [heading, body] of sections) {
    if (heading !== null) {
      headings.push({ offset: text.length, level: 1, text: heading });
      text += `${heading}\n`;
    }
    text += `${body}\n`;
  }
  return { text, pageStarts: [], headings };
}

test('a draft is the abstract, word for word', () => {
  const abstract = 'Shared clinics shortened the wait by a third. Most patients liked them better.';
  const drafted = draftFromText(
    publication([
      ['Shared clinics', 'By R. Patel and others.\nThis paper was written for the partnership.'],
      ['1. Abstract', abstract],
      ['Methods', 'We counted every clinic twice in one year.'],
    ]),
  );
  expect(drafted).toBe(abstract);
});

test('without an abstract it is how the publication begins, without by-lines and tables', () => {
  const drafted = draftFromText(
    publication([
      [
        'Shared clinics',
        'R. Patel\nClinic | Patients | Wait.\nWe describe what one year of clinics taught us.',
      ],
    ]),
  );
  expect(drafted).toBe('We describe what one year of clinics taught us.');
});

test('it ends with a whole sentence', () => {
  const sentence = 'Partners agreed the measures before they agreed the budget of the year.';
  const drafted = draftFromText(publication([['Summary', `${sentence} `.repeat(40)]]));
  expect(drafted.length).toBeLessThanOrEqual(700);
  expect(drafted.endsWith(sentence)).toBe(true);
});

test('of a publication without sentences there is none', () => {
  expect(draftFromText(publication([[null, 'Agenda\n1. Welcome']]))).toBe('');
});
