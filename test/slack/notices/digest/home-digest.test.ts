import { expect, test } from 'vitest';
import type { DigestChoice } from '../../../../src/notices/index.ts';
import { validateBlocks } from '../../../../src/playground/blocks/validate-blocks.ts';
import { choiceOfAction, homeDigest } from '../../../../src/slack/notices/digest/home-digest.ts';

const settings = { weekday: 1, minute: 510, zone: 'Europe/London', channel: 'C0NEWS00000' };

function draw(choice: DigestChoice, channel: string | null = settings.channel) {
  const blocks = homeDigest({ settings: { ...settings, channel }, choice });
  expect(validateBlocks(blocks, 'home')).toEqual([]);
  const shown = JSON.stringify(blocks);
  const offered = [...shown.matchAll(/"choose-digest-(\w+)"/g)].map(([, one]) => one);
  return { shown, offered };
}

test('says when and where the digest comes, and offers what is not chosen', () => {
  const { shown, offered } = draw('channel');
  expect(shown).toContain('Mondays at 08:30 (Europe/London)');
  expect(shown).toContain('You find it in <#C0NEWS00000>');
  expect(shown).toContain('"accessibility_label":"Weekly digest: Send it to me"');
  expect(offered).toEqual(['direct', 'none']);
  expect(draw('direct').offered).toEqual(['channel', 'none']);
  expect(draw('direct').shown).toContain('*in a direct message*');
  expect(draw('none').shown).toContain('You get *none* yourself. It is still posted in <#C0NEWS');
});

test('offers no channel where there is none', () => {
  expect(draw('channel', null).offered).toEqual(['direct']);
  expect(draw('channel', null).shown).toContain('You get *none*');
  expect(draw('none', null).shown).not.toContain('posted');
  expect(draw('direct', null).offered).toEqual(['none']);
});

test('knows its buttons, and no others', () => {
  expect(choiceOfAction('choose-digest-none')).toBe('none');
  expect(choiceOfAction('choose-digest-weekly')).toBeNull();
});
