import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LocalSlack } from '../../../src/playground/index.ts';
import type { UsedBrowser } from '../../browser/use-browser.ts';
import { callMethod } from '../support/call-method.ts';
import { connectSocketApp, type ReceivedEnvelope, type SocketApp } from '../support/socket-app.ts';

type Payload = Record<string, unknown> & { actions?: Record<string, unknown>[] };

/** A local Slack, an app that answers as told, and Amira's page of it. */
export interface Gallery {
  page: Page;
  app: SocketApp;
  /** Id of the person at the page. */
  me: string;
  post(blocks: unknown): Promise<void>;
  openView(view: object): Promise<string>;
  publishHome(blocks: unknown): Promise<void>;
  /** The interaction of a type that comes, or came, after `seen` others. */
  interaction(type: string, seen?: number): Promise<Payload>;
  /** What the app has been sent of a type. */
  interactions(type: string): Payload[];
  close(): Promise<void>;
}

/** What the app acknowledges an envelope with; undefined for nothing, `false` to keep silent. */
export type Answer = (envelope: ReceivedEnvelope) => unknown;

/** @param answer asked for each interaction; events are acknowledged in any case. */
export async function openGallery(
  slack: LocalSlack,
  browser: UsedBrowser,
  answer: Answer = () => undefined,
): Promise<Gallery> {
  const app = await connectSocketApp(slack);
  let done = 0;
  const answering = setInterval(() => {
    for (const envelope of app.received.slice(done)) {
      const payload = envelope.type === 'interactive' ? answer(envelope) : undefined;
      if (payload !== false) app.acknowledge(envelope, payload);
    }
    done = app.received.length;
  }, 5);
  const me = slack.actAs('amira').userId;
  const call = async (method: string, values: Record<string, unknown>) => {
    const { body } = await callMethod(slack, method, values);
    expect(body, method).toMatchObject({ ok: true });
    return body;
  };
  const interactions = (type: string): Payload[] =>
    app.received
      .filter(({ payload }) => payload?.type === type)
      .map(({ payload }) => payload as Payload);
  const interaction: Gallery['interaction'] = async (type, seen = 0) => {
    await expect.poll(() => interactions(type).length, { timeout: 15_000 }).toBeGreaterThan(seen);
    return interactions(type)[seen] as Payload;
  };
  const page = await browser.openPage(`${slack.pageUrl}?person=amira`);
  page.setDefaultTimeout(15_000);
  // Loading the page ends modals: none may be opened before it has read what there is.
  await page.getByRole('textbox').first().waitFor();
  return {
    page,
    app,
    me,
    interaction,
    interactions,
    async post(blocks) {
      await call('chat.postMessage', { channel: me, text: 'gallery', blocks });
    },
    async openView(view) {
      const seen = interactions('shortcut').length;
      await slack.actAs('amira').globalShortcut('open');
      const { trigger_id } = await interaction('shortcut', seen);
      const { view: opened } = await call('views.open', { trigger_id, view });
      await page.getByRole('dialog').waitFor();
      return (opened as { id: string }).id;
    },
    async publishHome(blocks) {
      await call('views.publish', { user_id: me, view: { type: 'home', blocks } });
    },
    async close() {
      clearInterval(answering);
      await app.close();
    },
  };
}
