import type { MessageContent } from '../../../messaging/index.ts';
import { button } from '../../blocks/button.ts';
import { markup } from '../../blocks/markup.ts';
import { mostTitleCharacters } from '../../blocks/message-view.ts';
import { context } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';
import { formInput, formOption } from './form-elements.ts';
import {
  type FormNotices,
  noticeActions,
  noticeFields,
  noticeViews,
  writeFormNotices,
} from './form-ids.ts';
import { inertBlocks } from './inert-blocks.ts';
import { findOutsidersAmong } from './outsiders-found.ts';
import { type PreviewFacts, previewFacts } from './preview-facts.ts';

export interface PreviewOptions extends PreviewFacts {
  /** The card as it will look. */
  card: MessageContent;
  notices: FormNotices;
  /** In words, what would be different from what people have before them; empty for a new one. */
  changes: readonly string[];
  /** What was done just now, such as sending it to oneself; null for nothing. */
  done: string | null;
}

/** A notice exactly as it will look, with who gets it and when. Sending it is what it is for. */
export function previewView(options: PreviewOptions): object {
  const { card, notices, changes, done, notice } = options;
  const { forbidden, question } = findOutsidersAmong(options);
  const isStopped = forbidden.length > 0;
  const buttons = [
    button({ actionId: noticeActions.edit, text: 'Edit', value: notice.id }),
    button({ actionId: noticeActions.sendToMyself, text: 'Send to myself', value: notice.id }),
    ...(notices.target === null
      ? [
          button({
            actionId: noticeActions.keepAsTemplate,
            text: 'Keep as template',
            value: notice.id,
          }),
        ]
      : []),
  ];
  return {
    type: 'modal',
    callback_id: noticeViews.preview,
    private_metadata: writeFormNotices(notices),
    notify_on_close: notices.target !== null,
    title: plainTextObject('Preview', mostTitleCharacters),
    ...(isStopped ? {} : { submit: plainTextObject(submitText(options), mostTitleCharacters) }),
    close: plainTextObject(
      notices.target === null ? 'Keep as draft' : 'Do not change it',
      mostTitleCharacters,
    ),
    blocks: [
      ...(done === null ? [] : [context(markup`✓ ${done}`, '').block]),
      context(
        markup`This is how it will look. Nothing has been ${notices.target === null ? 'sent' : 'changed'} yet.`,
        '',
      ).block,
      ...inertBlocks(card.blocks),
      { type: 'divider' },
      ...(changes.length === 0 ? [] : [context(markup`${changeLine(options)}`, '').block]),
      ...previewFacts(options),
      ...(isStopped || question === null ? [] : [showAllField(question)]),
      { type: 'actions', elements: buttons },
    ],
  };
}

/** Whether people outside the audience are to see what is new. @param question what is answered. */
function showAllField(question: string): object {
  const options = [formOption(question, 'Show them everything that is new')];
  return formInput({
    id: noticeFields.showAll,
    label: 'Guests and people of other organisations',
    optional: true,
    element: { type: 'checkboxes', options },
  });
}

function submitText({ notices, needsApproval, notice, now }: PreviewOptions): string {
  if (needsApproval) return 'Ask for approval';
  if (notices.target !== null) return 'Change it';
  return notice.announceAt === null || notice.announceAt <= now ? 'Send' : 'Schedule';
}

function changeLine(options: PreviewOptions): string {
  const where = options.notices.later === true ? ', in this session and all later ones' : '';
  return `Changes: ${options.changes.join(', ')}${where}. ${consequence(options)}`;
}

function consequence({ notice, now }: PreviewOptions): string {
  const isSent = notice.announceAt !== null && notice.announceAt <= now;
  return isSent ? 'What was posted is brought up to date.' : 'Nothing of it was posted so far.';
}
