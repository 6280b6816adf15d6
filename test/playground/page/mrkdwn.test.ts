import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emojiCharacter,
  emojiFromUnicode,
} from '../../../src/playground/page/blocks/text/emoji-character.ts';
import { linkAddresses } from '../../../src/playground/page/blocks/text/link-addresses.ts';
import { parseMrkdwn } from '../../../src/playground/page/blocks/text/parse-mrkdwn.ts';
import { safeUrl } from '../../../src/playground/page/blocks/text/safe-url.ts';
import { formatSlackDate } from '../../../src/playground/page/blocks/text/slack-date-format.ts';

describe('text', () => {
  test('nothing of a text is lost when it is read', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ab*_~`<>|#@!:\n &;1-') });
    fc.assert(
      fc.property(letters, (text) => {
        const sources = parseMrkdwn(text).map((node) => node.source);
        const kept = (value: string): string => value.replaceAll(/[\s]|&gt;|>/g, '');
        expect(kept(sources.join(''))).toBe(kept(text));
      }),
    );
  });

  test('addresses are found without the sentence around them', () => {
    const text = 'See https://a.org/x(1), (http://b.org) or ftp://c.org.';
    expect(linkAddresses(text).flatMap((part) => ('address' in part ? part.address : []))).toEqual([
      'https://a.org/x(1',
      'http://b.org',
    ]);
    const words = linkAddresses(text).map((part) => ('text' in part ? part.text : part.address));
    expect(words.join('')).toBe(text);
  });

  test.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['slack://open', null],
    ['//example.org', null],
    ['words', null],
  ])('%j is followed as %j', (address, url) => {
    expect(safeUrl(address)).toBe(url);
  });

  test('emoji have Slack’s names, skin tones and flags', () => {
    expect(emojiCharacter('+1', 'skin-tone-4')).toBe('👍🏽');
    expect(emojiCharacter('flag-gb')).toBe('🇬🇧');
    expect(emojiCharacter('thinking_face')).toBe('🤔');
    expect(emojiCharacter('constructor')).toBeNull();
    expect(emojiCharacter('30')).toBeNull();
    expect(emojiFromUnicode('1f44b-1f3fd')).toBe('👋🏽');
    expect(emojiFromUnicode('ffffff')).toBeNull();
  });
});

describe('dates', () => {
  const now = Date.UTC(2026, 2, 29, 12);
  const london = { timeZone: 'Europe/London', now };
  const at = Date.UTC(2026, 2, 29, 1, 30) / 1000;

  test.each([
    ['{date_num} {time}', '2026-03-29 02:30'],
    ['{date_long}', 'Sunday 29 March 2026'],
    ['{date_short} at {time_secs}', '29 Mar 2026 at 02:30:00'],
    ['{date_pretty} at {time}', 'Today at 02:30'],
    ['due {date_short_pretty}', 'due today'],
    ['{ago}', '10 hours ago'],
    ['{unknown} {date_slash}', '{unknown} 29/03/2026'],
  ])('%s → %s', (format, text) => {
    expect(formatSlackDate(at, format, london)?.replaceAll(',', '')).toBe(text);
  });

  test('a date is the one of the reader’s zone', () => {
    const late = Date.UTC(2026, 2, 28, 23, 30) / 1000;
    expect(formatSlackDate(late, '{date_pretty}', london)).toBe('Yesterday');
    const auckland = { timeZone: 'Pacific/Auckland', now };
    expect(formatSlackDate(late, '{date_num}', auckland)).toBe('2026-03-29');
  });

  test('what is no moment has no date', () => {
    expect(formatSlackDate(Number.NaN, '{date}', london)).toBeNull();
    expect(formatSlackDate(1e20, '{date}', london)).toBeNull();
  });
});
