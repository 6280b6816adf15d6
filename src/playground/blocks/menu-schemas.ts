import { z } from 'zod';
import { limitedList, menuOption, optionGroup } from './composition-schemas.ts';
import { chooser, names } from './element-fields.ts';

const severalItems = { max_selected_items: z.number().int().min(1).optional() };
const menuChoices = {
  options: limitedList(menuOption, 100).optional(),
  option_groups: limitedList(optionGroup, 100).optional(),
};
const oneSource = (menu: { options?: unknown; option_groups?: unknown }): boolean =>
  (menu.options === undefined) !== (menu.option_groups === undefined);
const oneSourceProblem = 'must define either options or option_groups';
const filter = z.strictObject({
  include: z
    .array(z.enum(['im', 'mpim', 'private', 'public']))
    .min(1)
    .optional(),
  exclude_external_shared_channels: z.boolean().optional(),
  exclude_bot_users: z.boolean().optional(),
});
const conversationMenu = {
  ...chooser,
  default_to_current_conversation: z.boolean().optional(),
  filter: filter.optional(),
};
const respond = { response_url_enabled: z.boolean().optional() };
const minimumQuery = { min_query_length: z.number().int().min(0).optional() };

/** Menus of every kind, by type. */
export const menus = [
  z
    .strictObject({
      type: z.literal('static_select'),
      ...chooser,
      ...menuChoices,
      initial_option: menuOption.optional(),
    })
    .refine(oneSource, oneSourceProblem),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...chooser,
      ...menuChoices,
      ...severalItems,
      initial_options: limitedList(menuOption, 100).optional(),
    })
    .refine(oneSource, oneSourceProblem),
  z.strictObject({
    type: z.literal('external_select'),
    ...chooser,
    ...minimumQuery,
    initial_option: menuOption.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...chooser,
    ...minimumQuery,
    ...severalItems,
    initial_options: limitedList(menuOption, 100).optional(),
  }),
  z.strictObject({
    type: z.literal('users_select'),
    ...chooser,
    initial_user: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    ...chooser,
    ...severalItems,
    initial_users: names,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...chooser,
    ...respond,
    initial_channel: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...chooser,
    ...severalItems,
    initial_channels: names,
  }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...conversationMenu,
    ...respond,
    initial_conversation: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...conversationMenu,
    ...severalItems,
    initial_conversations: names,
  }),
] as const;
