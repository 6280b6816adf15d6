import type { Notice } from '../../../notices/index.ts';
import { display } from '../../blocks/describe-publication.ts';
import { markup } from '../../blocks/markup.ts';
import { mostTitleCharacters } from '../../blocks/message-view.ts';
import { section } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';
import { spokenTimes } from '../session-times.ts';
import { noticeViews, writeFormNotices } from './form-ids.ts';
import { scopeField } from './repeat-fields.ts';

/**
 * Asks which sessions of a series are to be called off.
 *
 * @param notice - Of a session of it.
 * @param later - How many come after it.
 */
export function callOffForm({ id, details }: Notice, later: number): object {
  const title = display(details.title, 150);
  const when = details.kind === 'session' ? spokenTimes(details) : '';
  const consequence =
    'What was posted will say so, and everybody who replied is told. This cannot be undone.';
  return {
    type: 'modal',
    callback_id: noticeViews.callOff,
    private_metadata: writeFormNotices({ draft: null, target: id }),
    title: plainTextObject('Call off', mostTitleCharacters),
    submit: plainTextObject('Call it off', mostTitleCharacters),
    close: plainTextObject('Keep it', mostTitleCharacters),
    blocks: [
      section(markup`*${title}*\n${when}`, '').block,
      ...scopeField(later, false),
      section(markup`${consequence}`, '').block,
    ],
  };
}
