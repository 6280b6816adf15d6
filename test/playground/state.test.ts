import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createManualClock,
  type LocalSlackState,
  startLocalSlack,
} from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-slack-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the state', () => {
  it('is plain data that survives JSON', async () => {
    const slack = await start();
    const { ts } = await slack.actAs('amira').post('#general', 'hello');
    const metadata = { event_type: 'a', event_payload: { b: [1] } };
    const values = { channel: 'C0GENERAL00', text: 'b', thread_ts: ts, metadata };
    await callMethod(slack, 'chat.postMessage', values);
    const snapshot = slack.snapshot();
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  });

  it('can be put back as it was', async () => {
    const slack = await start();
    await slack.actAs('amira').post('#general', 'one');
    const snapshot = slack.snapshot();
    await slack.actAs('amira').post('#general', 'two');
    slack.restore(snapshot);
    expect(slack.messages('#general').map(({ text }) => text)).toEqual(['one']);
    await slack.actAs('amira').post('#general', 'three');
    expect(snapshot.conversations.C0GENERAL00?.messages).toHaveLength(1);
  });

  it('begins anew', async () => {
    const slack = await start();
    await slack.actAs('amira').directMessage('one');
    slack.faults.failNext('auth.test');
    slack.reset();
    expect(slack.counters.eventsSent).toBe(0);
    expect((await callMethod(slack, 'auth.test')).body.ok).toBe(true);
    expect(Object.values(slack.workspace.conversations).flatMap((each) => each.messages)).toEqual(
      [],
    );
  });

  it('is written only when asked to, whole, and read at the next start', async () => {
    const statePath = join(folder, 'state.json');
    const first = await startLocalSlack({ statePath });
    await first.actAs('amira').post('#general', 'remember this');
    expect(existsSync(statePath)).toBe(false);
    await first.save();
    expect(await readdir(folder)).toEqual(['state.json']);
    await first.close();
    const second = await start({ statePath });
    expect(second.messages('#general')).toMatchObject([{ text: 'remember this' }]);
  });

  it('goes on delivering the events that were waiting', async () => {
    const clock = createManualClock();
    const first = await start({ clock });
    await first.actAs('amira').directMessage('a question');
    const state = first.snapshot();
    const second = await start({ clock, state });
    const before = structuredClone(state);
    const app = await connectSocketApp(second, { acknowledges: true });
    clock.advance(0);
    const [envelope] = await app.receive(1);
    expect(envelope?.payload).toMatchObject({
      event_id: state.events[0]?.eventId,
      event: { text: 'a question' },
    });
    await second.settled(1_000);
    expect(state).toEqual(before);
    await app.close();
  });

  it('is not read from a file that holds something else', async () => {
    const statePath = join(folder, 'state.json');
    for (const text of ['{"version":1}', 'not json', '[]']) {
      await writeFile(statePath, text);
      await expect(startLocalSlack({ statePath })).rejects.toMatchObject({
        code: 'playground-state-unreadable',
        forPeople: expect.stringContaining(statePath),
      });
    }
  });

  it('is written by itself when asked to, a moment after a change and at the end', async () => {
    const statePath = join(folder, 'state.json');
    const slack = await startLocalSlack({ statePath, autosave: true });
    const saved = async (): Promise<unknown> =>
      (JSON.parse(await readFile(statePath, 'utf8')) as LocalSlackState).conversations.C0GENERAL00
        ?.messages;
    await slack.actAs('amira').post('#general', 'one');
    await vi.waitFor(async () => expect(await saved()).toMatchObject([{ text: 'one' }]), 3_000);
    await slack.actAs('amira').post('#general', 'two');
    await slack.close();
    expect(await saved()).toMatchObject([{ text: 'one' }, { text: 'two' }]);
    expect(await readdir(folder)).toEqual(['state.json']);
  });

  it('can be read when it was saved before there were marks and clocks', async () => {
    const statePath = join(folder, 'state.json');
    const { lastRead, clockOffset, forgottenEvents, ...before } = (await start()).snapshot();
    await writeFile(statePath, JSON.stringify(before));
    const { workspace } = await start({ statePath });
    expect(workspace).toMatchObject({ lastRead, clockOffset, forgottenEvents });
  });

  it('says so, once all is closed, when it could not be written', async () => {
    const statePath = join(folder, 'nowhere', 'state.json');
    const slack = await startLocalSlack({ statePath, autosave: true });
    await slack.actAs('amira').post('#general', 'one');
    await expect(slack.close()).rejects.toMatchObject({
      code: 'playground-state-unwritable',
      forPeople: expect.stringContaining(statePath),
    });
    await expect(fetch(slack.url)).rejects.toThrow();
  });

  it('is whole when it is saved several times at once', async () => {
    const statePath = join(folder, 'state.json');
    const slack = await startLocalSlack({ statePath, autosave: true });
    await slack.actAs('amira').post('#general', 'one');
    await Promise.all([slack.save(), slack.save(), slack.save()]);
    expect(await readdir(folder)).toEqual(['state.json']);
    const saved = JSON.parse(await readFile(statePath, 'utf8')) as LocalSlackState;
    expect(saved.conversations).toEqual(slack.snapshot().conversations);
    await slack.close();
  });

  it('cannot be written when no path was given', async () => {
    await expect(startLocalSlack({ autosave: true })).rejects.toMatchObject({
      code: 'playground-no-state-path',
    });
    const slack = await start();
    await expect(slack.save()).rejects.toMatchObject({ code: 'playground-no-state-path' });
  });
});

describe('timestamps', () => {
  it('are unique and ascending, even while the clock stands still', async () => {
    const slack = await start({ clock: createManualClock() });
    const amira = slack.actAs('amira');
    const written: string[] = [];
    for (let index = 0; index < 50; index += 1) {
      written.push((await amira.post('#general', `${index}`)).ts);
    }
    expect(new Set(written).size).toBe(50);
    expect(written.toSorted()).toEqual(written);
    expect(written.every((ts) => /^\d{10}\.\d{6}$/.test(ts))).toBe(true);
  });
});
