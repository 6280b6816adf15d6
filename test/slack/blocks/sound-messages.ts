import { expect } from 'vitest';
import type { Publication } from '../../../src/library/index.ts';
import type { MessageContent } from '../../../src/messaging/index.ts';
import { maximumBlocksSize, measureBlocks } from '../../../src/playground/blocks/measure-blocks.ts';
import { validateBlocks } from '../../../src/playground/blocks/validate-blocks.ts';

interface ShownText {
  text: string;
  /** Slack shows it as it is: nothing in it is markup. */
  isLiteral: boolean;
}

/** Every string in a message: fallback text and all that is in its blocks. */
function stringsOf(value: unknown, isLiteral = false): ShownText[] {
  if (typeof value === 'string') return [{ text: value, isLiteral }];
  if (typeof value !== 'object' || value === null) return [];
  const literal = 'type' in value && (value.type === 'text' || value.type === 'raw_text');
  return Object.values(value).flatMap((item) => stringsOf(item, literal));
}

/** Slack takes them, and they say something where blocks are not shown. */
export function expectWithinLimits(messages: readonly MessageContent[]): void {
  expect(messages.length).toBeGreaterThan(0);
  for (const { text, blocks } of messages) {
    expect(validateBlocks(blocks, 'message')).toEqual([]);
    expect(measureBlocks(blocks)).toBeLessThanOrEqual(maximumBlocksSize);
    expect(text.trim()).not.toBe('');
    expect(text.length).toBeLessThanOrEqual(4_000);
    expect(text.isWellFormed()).toBe(true);
  }
}

/**
 * They call nobody and lead nowhere but to the publications.
 *
 * @param channels ids of channels that may be linked.
 */
export function expectHarmless(
  messages: readonly MessageContent[],
  publications: readonly Publication[],
  channels: readonly string[],
): void {
  const escapeLink = (text: string) => text.replaceAll('&', '&amp;');
  const links = new Set(publications.map(({ link }) => escapeLink(link ?? '')));
  for (const { text, isLiteral } of messages.flatMap((message) => stringsOf(message))) {
    // Where a client shows it otherwise, even literal text is no mention and no link.
    const tokens = isLiteral ? /<([!@#a-z][^|>]*)/gi : /<([^|>]*)/g;
    for (const [, token = ''] of text.matchAll(tokens)) {
      const allowed = links.has(token) || channels.includes(token.replace(/^#/, ''));
      expect(allowed, `token <${token}`).toBe(true);
    }
    for (const [address] of text.matchAll(/[a-z][a-z0-9+.-]*:\/\/[^|>\s]*/gi)) {
      expect(links.has(address), address).toBe(true);
    }
    // Every entity is one of Slack's three, and whole.
    if (!isLiteral) expect(text.replace(/&(?:amp|lt|gt);/g, '')).not.toContain('&');
  }
}
