import type { LocalSlack } from '../../src/playground/index.ts';
import { answerMs } from './scene.ts';

/** Has a publication summarised that pages can be named of; the address of the thread. */
export async function askForSummary(slack: LocalSlack): Promise<string> {
  const amira = slack.actAs('amira');
  const channel = amira.directMessageChannel;
  const named = slack.waitForReply({ channel }, answerMs);
  await amira.slash('/summarise', 'measuring joint working', channel);
  const { ts } = await named;
  await slack.waitForReply({ channel, threadTs: ts }, answerMs);
  return `#/app/thread/${ts}`;
}
