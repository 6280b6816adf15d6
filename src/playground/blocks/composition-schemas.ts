import { z } from 'zod';

/** Building pieces of Block Kit, with the limits of docs.slack.dev/reference/block-kit. */

export const limitedText = (maximum: number, minimum = 1) =>
  z
    .string('must be a string')
    .min(minimum, `must be more than ${minimum - 1} characters`)
    .max(maximum, `must be less than ${maximum + 1} characters`);

export const identifier = limitedText(255);

export const limitedList = <Schema extends z.ZodType>(item: Schema, maximum: number, minimum = 1) =>
  z
    .array(item, 'must be an array')
    .min(minimum, `must have at least ${minimum} item${minimum === 1 ? '' : 's'}`)
    .max(maximum, `no more than ${maximum} items allowed`);

export const address = limitedText(3000).refine(
  (value) => /^(https?|mailto|slack|tel):/i.test(value) && URL.canParse(value),
  'must be a valid URL',
);

export const plainText = (maximum: number) =>
  z.strictObject({
    type: z.literal('plain_text', 'must be a plain_text object'),
    text: limitedText(maximum),
    emoji: z.boolean().optional(),
  });

export const mrkdwn = (maximum: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: limitedText(maximum),
    verbatim: z.boolean().optional(),
  });

export const textObject = (maximum: number) =>
  z.discriminatedUnion('type', [plainText(maximum), mrkdwn(maximum)]);

export const confirmation = z.strictObject({
  title: plainText(100).optional(),
  text: textObject(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

const optionWith = <Text extends z.ZodType>(text: Text, valueLimit: number) =>
  z.strictObject({
    text,
    value: limitedText(valueLimit),
    description: textObject(75).optional(),
  });

/** An option of a menu. */
export const menuOption = optionWith(plainText(75), 150);
/** An option of checkboxes and radio buttons, which may be formatted. */
export const choiceOption = optionWith(textObject(75), 150);
export const overflowOption = menuOption.extend({ url: address.optional() });

export const optionGroup = z.strictObject({
  label: plainText(75),
  options: limitedList(menuOption, 100),
});

const slackFile = z
  .strictObject({ id: z.string().optional(), url: z.string().optional() })
  .refine((file) => (file.id === undefined) !== (file.url === undefined), 'needs either id or url');

const imageFields = {
  type: z.literal('image'),
  image_url: address.optional(),
  slack_file: slackFile.optional(),
  alt_text: limitedText(2000),
};

const hasOnePicture = (image: { image_url?: unknown; slack_file?: unknown }): boolean =>
  (image.image_url === undefined) !== (image.slack_file === undefined);
const onePicture = 'must define either image_url or slack_file';

export const imageElement = z.strictObject(imageFields).refine(hasOnePicture, onePicture);

export const imageBlock = z
  .strictObject({
    ...imageFields,
    block_id: identifier.optional(),
    title: plainText(2000).optional(),
  })
  .refine(hasOnePicture, onePicture);
