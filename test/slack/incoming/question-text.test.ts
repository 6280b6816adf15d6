import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionText } from '../../../src/slack/incoming/question-text.ts';

test.each([
  ['<@UCONCORD> How do we judge success?', 'How do we judge success?'],
  ['  <@UCONCORD|concord>:   two\n lines ', 'two lines'],
  ['Ask <@U2> in <#C1|general> or <#C2>', 'Ask in #general or'],
  ['<!here> <!subteam^S1|@leads> really?', 'really?'],
  ['until <!date^1392734382^{date}|18 February>', 'until 18 February'],
  [
    'see <https://a.example/b|the page> and <https://c.example>',
    'see the page and https://c.example',
  ],
  ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ['3 < 4 > 2', '3 < 4 > 2'],
  ['<@UCONCORD>', ''],
])('%s → %s', (written, read) => {
  expect(questionText(written)).toBe(read);
});

test('any text without markup is read as it is written', () => {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(questionText(escaped(text))).toBe(text.replace(/\s+/g, ' ').trim());
    }),
  );
});
