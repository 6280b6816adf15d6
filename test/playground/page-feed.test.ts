import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/playground/index.ts';
import { PageFeed } from '../../src/playground/page-api/page-feed.ts';
import type { PageChange } from '../../src/playground/page-api/page-protocol.ts';
import { postMessage } from '../../src/playground/state/change-messages.ts';
import { requireConversation, requirePerson } from '../../src/playground/state/find.ts';
import { seedWorkspace } from '../../src/playground/state/seed-workspace.ts';
import { Workspace } from '../../src/playground/state/workspace.ts';

function open() {
  const clock = createManualClock();
  const workspace = new Workspace(seedWorkspace(clock.now()), clock, null);
  const sent: PageChange[] = [];
  const feed = new PageFeed(workspace, requirePerson(workspace, 'amira'), (change) =>
    sent.push(structuredClone(change)),
  );
  workspace.onChange((change) => feed.take(change));
  const general = requireConversation(workspace, '#general');
  const say = (text: string) => postMessage(workspace, general, { user: 'U0TOM000000', text });
  return { workspace, feed, sent, say };
}

const texts = (sent: readonly PageChange[]): string[] =>
  sent.flatMap((change) => (change.type === 'message' ? [change.message.text] : []));

describe('what a page is sent', () => {
  it('holds each thing that changed in one moment once, as it was at the end of it', async () => {
    const { workspace, sent, say } = open();
    const first = say('first');
    say('second');
    first.text = 'first, changed';
    workspace.announce({ type: 'message-changed', message: first, before: first });
    expect(sent).toEqual([]);
    await Promise.resolve();
    expect(texts(sent)).toEqual(['second', 'first, changed']);
  });

  it('is of a growing message only as much as a page can draw', async () => {
    const { workspace, sent, say } = open();
    const message = say('');
    await Promise.resolve();
    for (let part = 1; part <= 100; part += 1) {
      message.text += `${part} `;
      workspace.announce({ type: 'message-streamed', message });
      await Promise.resolve();
    }
    await expect.poll(() => texts(sent).at(-1)).toContain('100 ');
    expect(texts(sent).length).toBeLessThan(30);
  });

  it('is nothing once the page is gone', async () => {
    const { feed, sent, say } = open();
    say('before');
    feed.close();
    say('after');
    await Promise.resolve();
    expect(sent).toEqual([]);
  });
});
