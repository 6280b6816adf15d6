import { describe, expect, test } from 'vitest';
import { type Entry, elementValue } from '../../../src/playground/interactions/element-values.ts';
import { listStarts } from '../../../src/playground/page/blocks/content/list-starts.ts';
import { entryKey } from '../../../src/playground/page/blocks/elements/entry-key.ts';
import { firstEntry, heldEntry } from '../../../src/playground/page/blocks/elements/held-entry.ts';
import { localTimeOf, secondsOf } from '../../../src/playground/page/blocks/elements/local-time.ts';
import { filterOptions, optionsOf } from '../../../src/playground/page/blocks/elements/options.ts';
import { workspaceOptions } from '../../../src/playground/page/blocks/elements/workspace-options.ts';
import { allTexts, type Fields } from '../../../src/playground/page/blocks/read-block.ts';
import { withCurrentConversation } from '../../../src/playground/page/views/current-conversation.ts';
import { viewEntries } from '../../../src/playground/page/views/view-entries.ts';
import { seedWorkspace } from '../../../src/playground/state/seed-workspace.ts';
import { plain } from './gallery-messages.ts';
import { formBlocks } from './gallery-views.ts';

const option = (text: string) => ({ text: plain(text), value: text });

describe('entries', () => {
  test.each<[string, Entry]>([
    ['plain_text_input', 'words'],
    ['rich_text_input', 'words'],
    ['static_select', 'a'],
    ['multi_static_select', ['a', 'b']],
    ['checkboxes', []],
    ['users_select', 'U1'],
    ['multi_conversations_select', ['C1', 'D1']],
    ['datepicker', '2026-03-29'],
    ['datetimepicker', 1774771200],
    ['radio_buttons', null],
    ['file_input', ['F1']],
  ])('what is sent of a %s is read back', (type, entry) => {
    const element = { type, options: [option('a'), option('b')] };
    expect(heldEntry(elementValue(element, entry))).toEqual(entry);
  });

  test('a state that says nothing is no entry', () => {
    expect(heldEntry(undefined)).toBeUndefined();
    expect(heldEntry({ type: 'plain_text_input' })).toBeUndefined();
  });

  test('formatted text begins as its words', () => {
    const text = (words: string) => ({
      type: 'rich_text_section',
      elements: [{ type: 'text', text: words }],
    });
    const initial = { type: 'rich_text', elements: [text('one'), text('two')] };
    expect(firstEntry({ type: 'rich_text_input', initial_value: initial })).toBe('one\ntwo');
  });

  test('a view is sent with drafts first, then what was kept, then what it began with', () => {
    const view = {
      blocks: formBlocks,
      values: { places: { places: { type: 'number_input', value: '7' } } },
    };
    const drafts = new Map<string, Entry>([
      [entryKey('title', 'title'), 'Clinics'],
      [entryKey('kind', 'another action'), 'workshop'],
    ]);
    const entries = viewEntries(view, drafts);
    expect(entries).toMatchObject({ title: 'Clinics', places: '7', kind: 'talk', about: null });
    expect(Object.keys(entries)).toHaveLength(formBlocks.length - 1);
  });
});

test('menus that ask for it begin with the conversation that is looked at', () => {
  const menu = (more: object) => ({
    type: 'input',
    element: { type: 'conversations_select', ...more },
  });
  const asks = menu({ default_to_current_conversation: true });
  const knows = menu({ default_to_current_conversation: true, initial_conversation: 'C2' });
  const blocks = [asks, knows, menu({})];
  const shown = withCurrentConversation(blocks, 'C1').map(({ element }) =>
    firstEntry(element as Fields),
  );
  expect(shown).toEqual(['C1', 'C2', null]);
  expect(withCurrentConversation(blocks, null)).toEqual(blocks);
});

describe('options', () => {
  test('are found by every word, whatever their accents, with their groups', () => {
    const element = {
      option_groups: [
        { label: plain('Places'), options: [option('Café North'), option('Town hall')] },
      ],
    };
    expect(filterOptions(optionsOf(element), 'north CAFE')).toEqual([
      { value: 'Café North', text: 'Café North', description: '', group: 'Places' },
    ]);
  });

  test('are the people and conversations that the person may see', () => {
    const state = seedWorkspace(0);
    const page = {
      me: 'U0',
      people: Object.values(state.people),
      conversations: Object.values(state.conversations).map((conversation) => ({
        ...conversation,
        isMember: false,
        lastRead: null,
      })),
    };
    const named = (type: string) => workspaceOptions({ type }, page).map(({ text }) => text);
    expect(named('users_select')).toContain('Amira Hassan');
    expect(named('channels_select')).toContain('#general');
    const hidden = page.conversations.filter(({ kind }) => kind !== 'public');
    expect(hidden.length).toBeGreaterThan(0);
    for (const { name } of hidden) expect(named('conversations_select')).not.toContain(`#${name}`);
  });
});

describe('times', () => {
  test('are entered in the person’s zone, on both sides of a change of the clocks', () => {
    for (const seconds of [1774740600, 1774747800, 1792888200, 1792897200]) {
      const local = localTimeOf(seconds, 'Europe/London');
      expect(secondsOf(local, 'Europe/London')).toBe(seconds);
    }
    expect(localTimeOf(1774771200, 'Europe/London')).toBe('2026-03-29T09:00');
    expect(secondsOf('2026-03-29T01:30', 'Europe/London')).toBe(1774747800);
    expect(secondsOf('', 'Europe/London')).toBeNull();
  });
});

describe('lists and unknown blocks', () => {
  test('numbers go on after a nested list and begin anew after a paragraph', () => {
    const list = (count: number, indent = 0) => ({
      type: 'rich_text_list',
      style: 'ordered',
      indent,
      elements: Array.from({ length: count }, () => ({ type: 'rich_text_section' })),
    });
    const paragraph = { type: 'rich_text_section' };
    expect(listStarts([list(2), list(1, 1), list(1), list(1, 1), paragraph, list(1)])).toEqual([
      1, 1, 3, 1, 1, 1,
    ]);
  });

  test('the words of a block that cannot be drawn are found', () => {
    const card = { type: 'card', title: plain('Title'), actions: [{ text: plain('Press') }] };
    expect(allTexts(card)).toEqual(['Title', 'Press']);
  });
});
