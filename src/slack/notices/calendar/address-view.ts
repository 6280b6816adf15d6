import { markup } from '../../blocks/markup.ts';
import { mostTitleCharacters } from '../../blocks/message-view.ts';
import { context, section } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';

const texts = {
  copy: 'Copy this address:',
  paste:
    'In your calendar, subscribe to it: in Outlook “Add calendar”, “Subscribe from web”; in Google Calendar “Other calendars”, “From URL”; on an iPhone “Add Calendar”, “Add Subscription Calendar”.',
  secret:
    'It is shown only now. Whoever has it can read which sessions you come to: keep it to yourself. Calendars look for changes every few hours.',
};

/** Shows somebody the address of their calendar, this once. */
export function calendarAddressView(address: string): object {
  return {
    type: 'modal',
    title: plainTextObject('Your calendar', mostTitleCharacters),
    close: plainTextObject('Done', mostTitleCharacters),
    blocks: [
      section(markup`${texts.copy}\n\`\`\`${address}\`\`\``, '').block,
      section(markup`${texts.paste}`, '').block,
      context(markup`${texts.secret}`, '').block,
    ],
  };
}
