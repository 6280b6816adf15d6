import { z } from 'zod';
import { placeOfVariable } from './prompt.ts';

const said = z.string().trim().min(1, 'expected some text, got nothing');
const described = { description: said.optional() };

/**
 * The part of JSON Schema that every service with schemas for its output knows: of an object all
 * properties are required and no others allowed. Numbers of items and forms of strings are for the
 * caller to check, since the output is never trusted.
 */
const outputSchema: z.ZodType<Record<string, unknown>> = z.lazy(() =>
  z.discriminatedUnion('type', [
    objectSchema,
    z.strictObject({ type: z.literal('array'), ...described, items: outputSchema }),
    z.strictObject({
      type: z.literal('string'),
      ...described,
      enum: z.array(said).min(1).optional(),
    }),
    z.strictObject({ type: z.enum(['boolean', 'integer', 'number']), ...described }),
  ]),
);

const objectSchema = z
  .strictObject({
    type: z.literal('object'),
    ...described,
    properties: z.record(z.string(), outputSchema),
    required: z.array(z.string()),
    additionalProperties: z.literal(false),
  })
  .superRefine(({ properties, required }, context) => {
    const names = Object.keys(properties);
    if ([...names].sort().join() === [...required].sort().join()) return;
    context.addIssue({
      code: 'custom',
      path: ['required'],
      message: `expected every property once (${names.join(', ')}), got ${required.join(', ')}`,
    });
  });

const variableName = z
  .string()
  .refine(
    (name) => `{{${name}}}`.replace(placeOfVariable, '') === '',
    'expected letters and digits',
  );

/** What the front matter of a prompt has to say. */
export const promptHeader = z.strictObject({
  /** What the prompt is for. */
  purpose: said,
  /** Of each variable, what it is. */
  variables: z.record(variableName, said),
  /** JSON Schema of the output; null when it says `none`, which is not to be forgotten by accident. */
  output: z.preprocess(
    (written) => (written === 'none' ? null : (written ?? undefined)),
    objectSchema.nullable(),
  ),
});
