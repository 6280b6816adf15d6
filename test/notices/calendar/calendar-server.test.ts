import { expect, onTestFinished, test } from 'vitest';
import { startCalendarServer } from '../../../src/notices/index.ts';
import { createRecordingLog } from '../../fakes/recording-log.ts';

const token = '0123456789abcdef'.repeat(2);

async function serve(read: (token: string) => Promise<string | null>) {
  const { log, entries } = createRecordingLog();
  const server = await startCalendarServer({ read }, { port: 0, log });
  onTestFinished(() => server.close());
  const get = (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  return { get, entries, port: server.port };
}

test('serves a calendar at its address alone', async () => {
  const { get, entries } = await serve(async (asked) =>
    asked === token ? 'BEGIN:VCALENDAR' : null,
  );
  const found = await get(`/calendar/${token}.ics`);
  expect(found.status).toBe(200);
  expect(found.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(found.headers.get('cache-control')).toContain('private');
  expect(await found.text()).toBe('BEGIN:VCALENDAR');
  const head = await get(`/calendar/${token}.ics?x=1`, 'HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
  const others = ['/', `/calendar/${token}`, `/calendar/${'f'.repeat(32)}.ics`, '/calendar/../a'];
  for (const path of others) expect((await get(path)).status, path).toBe(404);
  expect((await get(`/calendar/${token}.ics`, 'POST')).status).toBe(404);
  expect(JSON.stringify(entries)).not.toContain(token);
});

test('says that it cannot for now, and logs why', async () => {
  const { get, entries } = await serve(async () => {
    throw new Error('busy');
  });
  expect((await get(`/calendar/${token}.ics`)).status).toBe(503);
  expect(entries.map(({ msg }) => msg)).toEqual(['calendar-not-read']);
  expect(JSON.stringify(entries)).not.toContain(token);
});

test('says what to do when its port is taken', async () => {
  const { port } = await serve(async () => null);
  const { log } = createRecordingLog();
  await expect(
    startCalendarServer({ read: async () => null }, { port, log }),
  ).rejects.toMatchObject({
    code: 'port-unavailable',
    forPeople: /CALENDAR_PORT/,
  });
});
