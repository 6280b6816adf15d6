import { joinMarkup, markup } from '../../blocks/markup.ts';
import { mostTitleCharacters } from '../../blocks/message-view.ts';
import { section } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';

/** Tells somebody who may not write notices who can. @param staff ids of some of them. */
export function notStaffView(staff: readonly string[]): object {
  const named = joinMarkup(
    staff.map((id) => ({ mrkdwn: `<@${id.replace(/[^A-Z0-9]/g, '')}>` })),
    ', ',
  );
  const who =
    staff.length === 0
      ? markup`Ask one of them to write yours.`
      : markup`Ask one of them to write yours: ${named}.`;
  return {
    type: 'modal',
    title: plainTextObject('Notices', mostTitleCharacters),
    close: plainTextObject('Close', mostTitleCharacters),
    blocks: [section(markup`Notices are written by the partnership’s staff. ${who}`, '').block],
  };
}
