import type { BlockAction } from '@slack/bolt';
import type { MessageContent } from '../../messaging/index.ts';
import { messageView } from '../blocks/message-view.ts';
import type { ListenerContext } from '../listeners/listener.ts';
import { type Failure, withErrorReference } from './error-reference.ts';
import { type Interaction, readInteraction } from './interaction.ts';
import { openView } from './open-view.ts';
import { showPerson, tellPerson } from './tell-person.ts';

export interface ActionOptions {
  /** The button's action id. */
  actionId: string | RegExp;
  /** What the person did, for the log: `quote-show`. */
  interaction: string;
  /** Says to the person what failed: `The quote could not be shown.` */
  failed: string;
}

/** Ways to answer somebody who pressed a button. */
export interface ActionReply {
  /** Says something that only they see. */
  tell(text: string): Promise<void>;
  /**
   * Shows a message that only they see.
   *
   * @param replaces whether it takes the place of the one they acted on, which they alone saw.
   */
  show(content: MessageContent, replaces: boolean): Promise<void>;
  /** Shows a modal; says `tooLate` and to press again when Slack does not allow it any more. */
  open(view: object, tooLate?: string): Promise<void>;
}

const pressAgain = 'That took too long for Slack to show it. Please press the button again.';

/** Acknowledges a button at once, then does its work; whoever pressed it is told of a failure. */
export function listenToAction(
  context: ListenerContext,
  { actionId, interaction: name, failed }: ActionOptions,
  handle: (interaction: Interaction, reply: ActionReply) => Promise<void>,
): void {
  const { app, clients, log, helpChannel } = context;
  app.action<BlockAction>(actionId, async ({ ack, body, respond }) => {
    await ack();
    const interaction = readInteraction(body);
    if (interaction === null) {
      log.warn({ interaction: name }, 'interaction-unreadable');
      return;
    }
    const answer = { clients, respond: interaction.place === null ? null : respond };
    const reply: ActionReply = {
      tell: (text) => tellPerson(answer, interaction, text),
      show: (content, replaces) => showPerson(respond, interaction, content, replaces),
      open: async (view, tooLate = pressAgain) => {
        if (!(await openView(clients, interaction, view))) await reply.tell(tooLate);
      },
    };
    // In a view, a message would go unnoticed behind it.
    const tell = ({ text }: Failure): Promise<void> =>
      interaction.view === null
        ? reply.tell(text)
        : openView(clients, interaction, messageView('That did not work', text)).then(
            (isShown) => (isShown ? undefined : reply.tell(text)),
            () => reply.tell(text),
          );
    await withErrorReference({ log, interaction: name, failed, helpChannel, tell }, () =>
      handle(interaction, reply),
    );
  });
}
