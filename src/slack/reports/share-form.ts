import { mostTitleCharacters } from '../blocks/message-view.ts';
import { plainTextObject } from '../blocks/plain-text.ts';
import { formInput } from '../notices/composing/form-elements.ts';
import { reportFields, reportViews } from './report-ids.ts';

/** The form in which somebody chooses the channel that is to see a report. */
export function shareForm(reportId: string): object {
  return {
    type: 'modal',
    callback_id: reportViews.share,
    private_metadata: reportId,
    title: plainTextObject('Share with a channel', mostTitleCharacters),
    submit: plainTextObject('Share', mostTitleCharacters),
    close: plainTextObject('Cancel', mostTitleCharacters),
    blocks: [
      formInput({
        id: reportFields.channel,
        label: 'Channel',
        hint: 'Concord has to be a member of it, and everybody in it has to be allowed to read what this draws on. It says that you shared it.',
        element: {
          type: 'conversations_select',
          filter: { include: ['public', 'private'], exclude_bot_users: true },
        },
      }),
    ],
  };
}
