import { listenToAction } from '../interactions/listen-to-action.ts';
import { mayManage } from '../notices/may-manage.ts';
import { readActionId } from '../notices/publication-card.ts';
import { retryActionId } from '../notices/report-message.ts';
import type { RegisterListener } from './listener.ts';

const texts = {
  gone: 'This notice is not in Concord any more.',
  off: 'This notice was called off, so it is not sent any more.',
  refused: 'Only its author and staff can have a notice sent again.',
  nothing: 'There is nothing to try again: all of it was delivered, or is being sent.',
};

/** Has an announcement sent again where it could not be delivered. */
export const listenToNoticeRetries: RegisterListener = (context) => {
  const options = {
    actionId: retryActionId,
    interaction: 'notice-retry',
    failed: 'The announcement could not be sent again.',
  };
  listenToAction(context, options, async ({ person, value }, answer) => {
    const { notices, directory } = context;
    const notice = await notices.store.find(value);
    if (notice === null) return answer.tell(texts.gone);
    if (!(await mayManage(directory, person, notice))) return answer.tell(texts.refused);
    if (notice.state !== 'scheduled') return answer.tell(texts.off);
    const count = await notices.outbox.retryFailed(value, 'announcement');
    if (count === 0) return answer.tell(texts.nothing);
    notices.wake();
    const places = count === 1 ? 'one place' : `${count} places`;
    await answer.tell(`The announcement is sent to ${places} again. You will be told how it went.`);
  });
  // The browser opens the address; Slack still waits for the press to be acknowledged.
  context.app.action(readActionId, async ({ ack }) => ack());
};
