import { expect, test } from 'vitest';
import { channelReference, linkTo, markup } from '../../../src/slack/blocks/markup.ts';
import { shorten, splitText } from '../../../src/slack/blocks/split-text.ts';

test('whatever is put into markup is escaped and cleaned, markup is kept', () => {
  const bold = markup`*${'<!here> & \u202ex\u0007'}*`;
  expect(bold.mrkdwn).toBe('*&lt;!here&gt; &amp; x*');
  expect(markup`${bold} ${3}`.mrkdwn).toBe('*&lt;!here&gt; &amp; x* 3');
});

test('a label cannot end its link', () => {
  expect(linkTo('https://a.example/x', 'a|b>c').mrkdwn).toBe(
    '<https://a.example/x|a¦b&gt;c> (a.example)',
  );
});

test('a channel is linked by its id only', () => {
  expect(channelReference('C0HELP00000').mrkdwn).toBe('<#C0HELP00000>');
  expect(channelReference('#help <!here>').mrkdwn).toBe('#help &lt;!here&gt;');
  expect(channelReference('help').mrkdwn).toBe('#help');
});

test('a text is cut at sentences and words, and never within an escaped character', () => {
  expect(splitText('One two three. Four five.', 18)).toEqual(['One two three.', 'Four five.']);
  expect(splitText('aaaa bbbb cccc dddd', 10)).toEqual(['aaaa bbbb', 'cccc dddd']);
  expect(splitText('&&&&&', 10)).toEqual(['&&', '&&', '&']);
  expect(splitText('😀😀😀😀😀😀', 10)).toEqual(['😀😀😀😀😀', '😀']);
  expect(splitText('  ', 10)).toEqual([]);
});

test('a shortened text shows that something is left out', () => {
  expect(shorten(' one\n two ', 20)).toBe('one two');
  expect(shorten('one two three four', 12)).toBe('one two…');
});
