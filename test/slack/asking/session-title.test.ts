import { expect, test } from 'vitest';
import { sessionTitle } from '../../../src/slack/asking/session-title.ts';

test('a conversation is called by its question, without what identifies people', () => {
  expect(sessionTitle('Who looks after 943 476 5919?')).toBe('Who looks after [NHS number]?');
});

test('it calls nobody and shows no address', () => {
  expect(sessionTitle('<!channel> see https://evil.example/x')).not.toMatch(/<!|evil/);
});

test('it is short, and none when nothing is left', () => {
  expect(sessionTitle('word '.repeat(100))?.length).toBeLessThanOrEqual(80);
  expect(sessionTitle('  ')).toBeNull();
});
