import type { LocalSlack } from '../driver/local-slack.ts';
import { PlaygroundError } from '../playground-error.ts';
import type { Person } from '../state/people.ts';
import { actInPlace, requireTop, suggestInPlace } from './act-in-place.ts';
import type { PageAction, PageActResult } from './page-protocol.ts';

const done: PageActResult = { ok: true };

/**
 * Does what a person asks for on the page, as far as Slack would let them.
 *
 * @throws {PlaygroundError} with words for people when they could not do it in Slack.
 */
export async function performAction(
  slack: LocalSlack,
  person: Person,
  action: PageAction,
): Promise<PageActResult> {
  const actor = slack.actAs(person.id);
  switch (action.type) {
    case 'post': {
      const options = action.thread === null ? {} : { threadTs: action.thread };
      const { ts } = await actor.post(action.channel, action.text, options);
      return { ok: true, ts };
    }
    case 'edit':
      await actor.edit(action.channel, action.ts, action.text);
      return done;
    case 'delete':
      await actor.delete(action.channel, action.ts);
      return done;
    case 'react':
    case 'unreact':
      await actor[action.type](action.channel, action.ts, action.name);
      return done;
    case 'join':
      await actor.join(action.channel);
      return done;
    case 'mark-read':
      await actor.markRead(action.channel, action.ts);
      return done;
    case 'act': {
      const { acknowledged } = await actInPlace(actor, action);
      return { ok: true, acknowledged };
    }
    case 'suggest':
      return { ok: true, options: await suggestInPlace(actor, action) };
    case 'submit-view': {
      requireTop(actor, action.viewId);
      const { acknowledged, errors } = await actor.submitView(action.entries);
      return { ok: true, acknowledged, errors };
    }
    case 'close-view':
      requireTop(actor, action.viewId);
      await actor.closeView({ all: action.all });
      return done;
    case 'slash': {
      if (action.thread !== null) throw notInThreads(action.command);
      const { acknowledged } = await actor.slash(action.command, action.text, action.channel);
      return { ok: true, acknowledged };
    }
    case 'message-shortcut': {
      const { callbackId, channel, ts } = action;
      const { acknowledged } = await actor.messageShortcut(callbackId, channel, ts);
      return { ok: true, acknowledged };
    }
    case 'global-shortcut': {
      const { acknowledged } = await actor.globalShortcut(action.callbackId);
      return { ok: true, acknowledged };
    }
    case 'open-home':
      await actor.openHome();
      return done;
    case 'open-agent':
      await actor.openAgentView();
      return done;
    case 'stop':
      await actor.stopAnswer(action.channel, action.thread);
      return done;
    case 'look-at':
      await actor.lookAt(action.channel);
      return done;
    case 'advance-clock':
      slack.clock.advance(action.milliseconds);
      return done;
    case 'start-fault':
      slack.faults.start(action.kind, { left: action.left });
      return done;
    case 'end-faults':
      slack.faults.end();
      return done;
    case 'reset':
      slack.reset();
      return done;
  }
}

const notInThreads = (command: string): PlaygroundError =>
  new PlaygroundError('playground-command-in-thread', `${command} in a thread`, {
    forPeople: `${command} does not work in threads, as in Slack. Write it in the channel.`,
  });
