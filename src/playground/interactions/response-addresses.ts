import express, { Router } from 'express';
import { z } from 'zod';
import type { Faults } from '../faults/faults.ts';
import { refuseBlocks } from '../faults/refuse-blocks.ts';
import { changeEphemeral, deleteEphemeral, postEphemeral } from '../state/change-ephemeral.ts';
import { deleteMessage, editMessage, postMessage } from '../state/change-messages.ts';
import type { Conversation } from '../state/conversations.ts';
import { findMessage } from '../state/find.ts';
import { forgetOldEntries } from '../state/forget-old.ts';
import type { ResponseAddress } from '../state/local-slack-state.ts';
import { lookUp } from '../state/look-up.ts';
import type { Workspace } from '../state/workspace.ts';
import { contentArguments, type MessageContent, readContent } from '../web-api/message-content.ts';
import { MethodError } from '../web-api/method-error.ts';

/** An address can be used five times within half an hour. */
const maximumUses = 5;
const addressLifeMs = 30 * 60_000;

const answerSchema = z.looseObject({
  ...contentArguments,
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});

/** Makes an address at which an interaction can be answered; only its path is given back. */
export function issueResponseAddress(
  workspace: Workspace,
  place: Pick<ResponseAddress, 'channel' | 'userId' | 'threadTs' | 'messageTs'>,
): string {
  const id = crypto.randomUUID().replaceAll('-', '');
  forgetOldEntries(workspace.state.responseAddresses);
  workspace.state.responseAddresses[id] = { ...place, issuedAt: workspace.clock.now(), uses: 0 };
  return `/actions/${workspace.state.team.id}/${id}`;
}

function replaceOriginal(
  workspace: Workspace,
  conversation: Conversation,
  address: ResponseAddress,
  content: MessageContent | null,
): void {
  const original =
    address.messageTs === null ? undefined : findMessage(conversation, address.messageTs);
  const { ephemeral, app } = workspace.state;
  const shown = ephemeral.find((message) => message.ts === address.messageTs);
  if (shown !== undefined) {
    if (content === null) deleteEphemeral(workspace, shown);
    else changeEphemeral(workspace, shown, content);
    return;
  }
  if (original === undefined || !original.isFromApp) throw new MethodError('message_not_found');
  if (content === null) deleteMessage(workspace, conversation, original, app.botUserId);
  else editMessage(workspace, original, content, null);
}

/**
 * Does what an answer to an interaction asks for.
 *
 * @throws {MethodError} `invalid_payload`, and what posting throws.
 */
export function answerInteraction(
  workspace: Workspace,
  address: ResponseAddress,
  body: unknown,
): void {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) throw new MethodError('invalid_payload');
  const answer = parsed.data;
  const conversation = workspace.state.conversations[address.channel];
  if (conversation === undefined) throw new MethodError('channel_not_found');
  if (answer.delete_original) {
    replaceOriginal(workspace, conversation, address, null);
    return;
  }
  const content = readContent(workspace, answer);
  if (answer.replace_original) {
    replaceOriginal(workspace, conversation, address, content);
    return;
  }
  const threadTs = answer.thread_ts ?? address.threadTs;
  if (answer.response_type === 'in_channel') {
    const user = workspace.state.app.botUserId;
    postMessage(workspace, conversation, { user, isFromApp: true, ...content, threadTs });
    return;
  }
  postEphemeral(workspace, {
    channel: conversation.id,
    threadTs,
    visibleTo: address.userId,
    text: content.text,
    blocks: content.blocks,
  });
}

function useAddress(workspace: Workspace, id: string): ResponseAddress {
  const { responseAddresses } = workspace.state;
  const address = lookUp(responseAddresses, id);
  if (address === undefined) throw new MethodError('invalid_url');
  if (workspace.clock.now() - address.issuedAt > addressLifeMs)
    throw new MethodError('expired_url');
  if (address.uses >= maximumUses) throw new MethodError('used_url');
  address.uses += 1;
  return address;
}

/** The routes at which `response_url`s are taken. They answer in plain text, as Slack's do. */
export function createResponseRoutes(workspace: Workspace, faults: Faults): Router {
  const router = Router();
  const readsBody = express.json({ type: () => true, limit: '1mb' });
  router.post('/actions/:team/:id', readsBody, (request, response) => {
    response.type('text/plain');
    try {
      const address = useAddress(workspace, request.params.id);
      refuseBlocks(faults, request.body);
      answerInteraction(workspace, address, request.body);
      response.send('ok');
    } catch (error) {
      if (!(error instanceof MethodError)) throw error;
      const isGone = ['invalid_url', 'expired_url', 'used_url'].includes(error.code);
      response.status(isGone ? 404 : 400).send(error.code);
    }
  });
  return router;
}
