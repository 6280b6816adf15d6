import type { Audience } from '../../../people/index.ts';
import { formInput, formOption, textElement } from './form-elements.ts';
import { noticeFields } from './form-ids.ts';
import type { SendingValues } from './form-values.ts';

/** Slack's limit of what can be chosen is higher; more places than this are read from a file. */
const mostPlaces = 200;

const audienceTexts: readonly (readonly [Audience, string])[] = [
  ['public', 'Everybody, guests and other organisations too'],
  ['members', 'Members'],
  ['leads', 'Leads and staff'],
  ['staff', 'Staff'],
];

/** How an audience is called where people choose it, or read who a notice is for. */
export function audienceText(audience: Audience): string {
  const [, text] = audienceTexts.find(([known]) => known === audience) ?? [];
  return text ?? `The group ${audience.replace(/^group:/, '')}`;
}

/** A menu has 100 options at most. */
const mostGroups = 90;

/**
 * Who gets a notice, and when: the same for sessions and publications.
 *
 * @param groups names of groups that whoever fills it in belongs to.
 */
export function sendingFields(
  { audience, channels, people, announce }: SendingValues,
  groups: readonly string[],
): object[] {
  const audiences = [
    ...audienceTexts.map(([known]) => known),
    ...groups.slice(0, mostGroups).map((group): Audience => `group:${group}`),
  ];
  const all = audiences.includes(audience) ? audiences : [...audiences, audience];
  const options = all.map((one) => formOption(one, audienceText(one)));
  return [
    formInput({
      id: noticeFields.audience,
      label: 'Who may see it',
      element: {
        type: 'static_select',
        options,
        initial_option: formOption(audience, audienceText(audience)),
      },
    }),
    formInput({
      id: noticeFields.channels,
      label: 'Channels',
      hint: 'Concord has to be in them. The preview says where it is not, and how to invite it.',
      optional: true,
      element: {
        type: 'multi_conversations_select',
        filter: { include: ['public', 'private'] },
        max_selected_items: mostPlaces,
        ...(channels.length === 0 ? {} : { initial_conversations: channels }),
      },
    }),
    formInput({
      id: noticeFields.people,
      label: 'People who get it directly',
      optional: true,
      element: {
        type: 'multi_users_select',
        max_selected_items: mostPlaces,
        ...(people.length === 0 ? {} : { initial_users: people }),
      },
    }),
    formInput({
      id: noticeFields.announce,
      label: 'When to announce it',
      hint: 'As you would write it, such as “tomorrow 9am”. Leave it empty to send it at once.',
      optional: true,
      element: textElement(announce, { most: 100 }),
    }),
  ];
}
