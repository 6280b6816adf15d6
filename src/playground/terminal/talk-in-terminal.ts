import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { ConcordError } from '../../errors.ts';
import type { LocalSlack } from '../driver/local-slack.ts';
import { describeMessage } from './describe-message.ts';

export interface TerminalOptions {
  slack: LocalSlack;
  /** Handle of the person who types, such as `amira`. */
  person: string;
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  signal: AbortSignal;
  /** How long to wait for a reply to one line, ms. */
  replyTimeoutMs: number;
}

/**
 * Lets somebody write to the app in the local Slack line by line, and shows what it replies. A line
 * is a new conversation; `> ` before it goes on with the last one. Ends with the input.
 *
 * @returns `quit` when the person asked to stop, `ended` when the input came to its end.
 */
export async function talkInTerminal(options: TerminalOptions): Promise<'quit' | 'ended'> {
  const { input, output, signal } = options;
  const isInteractive = input.isTTY === true && output.isTTY === true;
  const lines = createInterface({
    input,
    ...(isInteractive ? { output, prompt: '› ', terminal: true } : {}),
    signal,
  });
  const write = (text: string): void => void output.write(`${text}\n`);
  const prompt = (): void => void (isInteractive && lines.prompt());
  const stopped = new Promise<void>((resolve) => lines.once('SIGINT', resolve));
  let root: string | null = null;

  const handle = async (line: string): Promise<boolean> => {
    const text = line.trim();
    if (/^\/?(?:quit|exit)$/i.test(text)) return false;
    if (/^\/?help$/i.test(text)) write(help);
    else if (text !== '') {
      if (!isInteractive) write(`\n› ${text}`);
      const followsUp = text.startsWith('>') && root !== null;
      root = await converse(options, text.replace(/^>\s*/, ''), followsUp ? root : null, write);
    }
    return true;
  };

  prompt();
  const work = (async (): Promise<'quit' | 'ended'> => {
    for await (const line of lines) {
      if (!(await handle(line))) return 'quit';
      prompt();
    }
    return 'ended';
  })();
  try {
    return await Promise.race([work, stopped.then(() => 'quit' as const)]);
  } catch (error) {
    if (signal.aborted) return 'quit';
    throw error;
  } finally {
    lines.close();
  }
}

const help = `  Ask anything about what stands in the library, for example:
    What are the common values?
    When must the discharge summary reach the practice?
  Begin a line with > to follow up on the last answer. quit (or Ctrl-C) ends.`;

/** Sends one line, shows every message that comes back, and returns the conversation's root. */
async function converse(
  { slack, person, output, replyTimeoutMs }: TerminalOptions,
  text: string,
  root: string | null,
  write: (text: string) => void,
): Promise<string> {
  const actor = slack.actAs(person);
  const channel = actor.directMessageChannel;
  const message = await actor.directMessage(text, root === null ? {} : { threadTs: root });
  const threadTs = root ?? message.ts;
  const columns = Math.min(output.columns || 100, 100);
  const shown = new Set<string>();
  const show = (): void => {
    for (const reply of slack.thread(channel, threadTs)) {
      if (!reply.isFromApp || reply.ts <= message.ts || shown.has(reply.ts)) continue;
      shown.add(reply.ts);
      write(`\n${describeMessage(reply, columns)}\n`);
    }
  };
  try {
    await slack.waitForReply({ channel, threadTs, after: message.ts }, replyTimeoutMs);
    show();
  } catch (error) {
    if (!(error instanceof ConcordError && error.code === 'playground-no-reply')) throw error;
    write(`  No reply within ${replyTimeoutMs / 1000} s. The log says why.`);
  }
  return threadTs;
}
