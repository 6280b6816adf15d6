import { z } from 'zod';
import { addReaction, removeReaction } from '../../state/change-messages.ts';
import { requiredText } from '../argument-types.ts';
import { defineMethod, type MethodContext } from '../define-method.ts';
import { MethodError } from '../method-error.ts';
import { existingMessage, readableChannel } from '../require-channel.ts';

const reactionArguments = z.looseObject({
  channel: requiredText,
  timestamp: requiredText,
  name: requiredText,
});

const emojiName = /^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/;

function find({ workspace }: MethodContext, values: z.infer<typeof reactionArguments>) {
  const name = values.name.replaceAll(/^:|:$/g, '');
  if (!emojiName.test(name)) throw new MethodError('invalid_name');
  const conversation = readableChannel(workspace, values.channel);
  return { name, message: existingMessage(conversation, values.timestamp) };
}

/** `reactions.add`: an emoji under a message. */
export const reactionsAdd = defineMethod({
  name: 'reactions.add',
  arguments: reactionArguments,
  run(context, values) {
    const { name, message } = find(context, values);
    const { workspace } = context;
    const added = addReaction(workspace, message, name, workspace.state.app.botUserId);
    if (!added) throw new MethodError('already_reacted');
    return {};
  },
});

/** `reactions.remove`: takes it back. */
export const reactionsRemove = defineMethod({
  name: 'reactions.remove',
  arguments: reactionArguments,
  run(context, values) {
    const { name, message } = find(context, values);
    const { workspace } = context;
    const removed = removeReaction(workspace, message, name, workspace.state.app.botUserId);
    if (!removed) throw new MethodError('no_reaction');
    return {};
  },
});
