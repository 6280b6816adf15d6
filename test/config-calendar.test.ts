import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const read = (environment: Record<string, string>) => readConfig(environment, '/srv').calendar;

test('calendars are served only where a port and an address are said', () => {
  expect(read({})).toBeNull();
  expect(read({ PUBLIC_URL: 'https://concord.example.org' })).toBeNull();
  expect(read({ CALENDAR_PORT: '8080', PUBLIC_URL: 'https://concord.example.org/a/' })).toEqual({
    port: 8_080,
    publicUrl: 'https://concord.example.org/a',
  });
});

test.each([
  [{ CALENDAR_PORT: '8080' }, 'PUBLIC_URL: needed when CALENDAR_PORT is set'],
  [{ CALENDAR_PORT: 'http' }, 'CALENDAR_PORT: expected a port'],
  [{ CALENDAR_PORT: '70000' }, 'CALENDAR_PORT: expected a port'],
  [{ CALENDAR_PORT: '8080', PUBLIC_URL: 'concord' }, 'PUBLIC_URL: expected an http(s) address'],
] as const)('%j is refused', (environment, problem) => {
  expect(() => read(environment)).toThrow(problem);
});
