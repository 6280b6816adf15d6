import type { Notice } from '../../../notices/index.ts';
import { button } from '../../blocks/button.ts';
import { display } from '../../blocks/describe-publication.ts';
import { markup } from '../../blocks/markup.ts';
import { mostTitleCharacters } from '../../blocks/message-view.ts';
import { context, section } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';
import { noticeActions } from './form-ids.ts';

/** A view has 100 blocks at most, and each template takes two. */
const mostListed = 45;
const none =
  'There are none yet. Write a notice, and choose “Keep as template” when you look at it.';

/** What notices can be begun with, by all of the staff. @param templates newest first. */
export function templatesView(templates: readonly Notice[]): object {
  const rest = templates.length - mostListed;
  return {
    type: 'modal',
    title: plainTextObject('Templates', mostTitleCharacters),
    close: plainTextObject('Close', mostTitleCharacters),
    blocks: [
      ...templates.slice(0, mostListed).flatMap(describe),
      ...(templates.length === 0 ? [context(markup`${none}`, '').block] : []),
      ...(rest > 0
        ? [context(markup`And ${rest} older ones, once some of these are deleted.`, '').block]
        : []),
    ],
  };
}

function describe({ id, details, author }: Notice): object[] {
  const title = display(details.title, 150);
  const by = { mrkdwn: `<@${author.replace(/[^A-Z0-9]/g, '')}>` };
  const kind = details.kind === 'session' ? 'session' : 'publication';
  const use = button({
    actionId: noticeActions.duplicate,
    text: 'Start from it',
    label: `Start a notice from the template ${title}`,
    value: id,
    style: 'primary',
  });
  const remove = button({
    actionId: noticeActions.remove,
    text: 'Delete',
    label: `Delete the template ${title}`,
    value: id,
    confirm: {
      title: 'Delete the template?',
      text: 'Nobody of the staff can start from it any more. What was begun with it stays.',
      confirm: 'Delete it',
      deny: 'Keep it',
    },
  });
  return [
    section(markup`*${title}*\n${kind} · kept by ${by}`, '').block,
    { type: 'actions', block_id: `template-${id}`, elements: [use, remove] },
  ];
}
