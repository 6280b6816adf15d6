import { z } from 'zod';
import {
  address,
  choiceOption,
  limitedList,
  limitedText,
  overflowOption,
  plainText,
} from './composition-schemas.ts';
import { actionId, chooser, common, confirm, focus, names, placeholder } from './element-fields.ts';
import { richTextBlock } from './rich-text-schemas.ts';

const label = { accessibility_label: limitedText(75).optional() };
const dispatch = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .max(2),
    })
    .optional(),
};
const calendarDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD');
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:mm');

export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  value: limitedText(2000).optional(),
  url: address.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  ...actionId,
  ...confirm,
  ...label,
});

export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  text: plainText(75),
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: address,
      customizable_input_parameters: z
        .array(z.strictObject({ name: z.string(), value: z.string() }))
        .optional(),
    }),
  }),
  style: z.enum(['primary', 'danger']).optional(),
  ...actionId,
  ...label,
});

/** What people pick from without a menu. */
export const pickers = [
  z.strictObject({
    type: z.literal('checkboxes'),
    ...common,
    options: limitedList(choiceOption, 10),
    initial_options: limitedList(choiceOption, 10).optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    ...common,
    options: limitedList(choiceOption, 10),
    initial_option: choiceOption.optional(),
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    ...chooser,
    initial_date: calendarDay.optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...chooser,
    initial_time: timeOfDay.optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...common,
    initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
] as const;

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionId,
  ...confirm,
  options: limitedList(overflowOption, 5),
});

const textField = { ...actionId, ...focus, ...placeholder, ...dispatch };

export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...textField,
  initial_value: richTextBlock.optional(),
});

/** What people write into; only in input blocks. */
export const textFields = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...textField,
    initial_value: limitedText(3000, 0).optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3000).optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('email_text_input'),
    ...textField,
    initial_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('url_text_input'),
    ...textField,
    initial_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('number_input'),
    ...textField,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    ...actionId,
    filetypes: names,
    max_files: z.number().int().min(1).max(10).optional(),
  }),
] as const;

const feedbackButton = z.strictObject({
  text: plainText(75),
  value: limitedText(2000),
  ...label,
});

/** What stands in a `context_actions` block. */
export const contextActions = [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    ...actionId,
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    ...actionId,
    ...confirm,
    ...label,
    icon: limitedText(255),
    text: plainText(75),
    value: limitedText(2000).optional(),
    visible_to_user_ids: names,
  }),
] as const;
