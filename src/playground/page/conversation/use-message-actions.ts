import { useMemo } from 'react';
import type { Message } from '../../state/messages.ts';
import { conversationRoute, formatRoute } from '../client/route.ts';
import { useAct } from '../client/use-act.ts';
import { usePage } from '../client/use-page.ts';
import { navigate } from '../client/use-route.ts';

/** What a person can do with a message; null where they cannot. */
export interface MessageActions {
  react: ((name: string) => void) | null;
  reply: (() => void) | null;
  copyLink: () => void;
  canChange: boolean;
  remove: () => void;
  /** The app's message shortcuts. */
  shortcuts: { id: string; name: string; use: () => void }[];
}

/**
 * @param inThread the message is shown in its thread, where it is not replied to one by one.
 */
export function useMessageActions(message: Message, inThread: boolean): MessageActions {
  const { page, notify } = usePage();
  const act = useAct();
  const { app, me, conversations } = page;
  const conversation = conversations.find(({ id }) => id === message.channel);
  const canWrite = conversation?.isMember === true && !conversation.isArchived;
  return useMemo(() => {
    const { channel, ts, threadTs } = message;
    const link = formatRoute({ view: 'conversation', channel, thread: threadTs, message: ts });
    const isMine = message.user === me && message.subtype === null;
    const hasReacted = (name: string): boolean =>
      message.reactions.find((reaction) => reaction.name === name)?.userIds.includes(me) ?? false;
    const copyLink = async (): Promise<void> => {
      try {
        await navigator.clipboard.writeText(`${location.origin}${location.pathname}${link}`);
        notify('Link copied.');
      } catch {
        notify('The browser does not let this page copy. Use the link on the message’s time.');
      }
    };
    return {
      react: canWrite
        ? (name) => void act({ type: hasReacted(name) ? 'unreact' : 'react', channel, ts, name })
        : null,
      reply: inThread ? null : () => navigate(conversationRoute(channel, threadTs ?? ts)),
      copyLink: () => void copyLink(),
      canChange: isMine && canWrite,
      remove: () => void act({ type: 'delete', channel, ts }),
      shortcuts: app.shortcuts
        .filter(({ type }) => type === 'message' && canWrite)
        .map(({ callbackId, name }) => ({
          id: callbackId,
          name,
          use: () => void act({ type: 'message-shortcut', callbackId, channel, ts }),
        })),
    };
  }, [message, inThread, canWrite, app.shortcuts, me, act, notify]);
}
