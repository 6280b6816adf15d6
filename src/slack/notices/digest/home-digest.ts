import { type DigestChoice, type DigestSettings, digestChoices } from '../../../notices/index.ts';
import { button } from '../../blocks/button.ts';
import { channelReference, type Markup, markup } from '../../blocks/markup.ts';
import { section } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';
import { describeDigestTime } from './describe-digest-time.ts';

/** What somebody's App Home shows of the weekly digest. */
export interface HomeDigest {
  settings: DigestSettings;
  choice: DigestChoice;
}

const actionPrefix = 'choose-digest-';

/** Action ids of the buttons with which people choose. */
export const digestActionIds = /^choose-digest-(?:channel|direct|none)$/;

/** What somebody chose with a button; null when it is none of these. */
export function choiceOfAction(actionId: string): DigestChoice | null {
  return digestChoices.find((choice) => actionId === actionPrefix + choice) ?? null;
}

const texts: Readonly<Record<DigestChoice, string>> = {
  direct: 'Send it to me',
  channel: 'In the channel only',
  none: 'None for me',
};

/** Blocks of App Home with which people say how they want the digest. */
export function homeDigest({ settings, choice }: HomeDigest): object[] {
  // Without a channel, who is told in it is told nothing.
  const offered = settings.channel === null ? (['direct', 'none'] as const) : digestChoices;
  const shown = settings.channel === null && choice === 'channel' ? 'none' : choice;
  const others = offered
    .filter((one) => one !== shown)
    .map((one) =>
      button({
        actionId: actionPrefix + one,
        text: texts[one],
        label: `Weekly digest: ${texts[one]}`,
      }),
    );
  const when = describeDigestTime(settings);
  const what = 'New publications, answers of the team and coming sessions, of what you may read';
  return [
    { type: 'header', text: plainTextObject('Weekly digest', 150) },
    section(markup`${what}: ${when}.\n${describe(shown, settings.channel)}`, '').block,
    { type: 'actions', elements: others },
  ];
}

function describe(choice: DigestChoice, channel: string | null): Markup {
  if (choice === 'direct') return markup`You get it *in a direct message*.`;
  if (channel === null) return markup`You get *none*.`;
  const where = channelReference(channel);
  // The channel is one for all: what somebody chooses takes nothing away there.
  return choice === 'none'
    ? markup`You get *none* yourself. It is still posted in ${where}, for everybody there.`
    : markup`You find it in ${where}. None is sent to you.`;
}
