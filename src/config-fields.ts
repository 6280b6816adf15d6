import { z } from 'zod';

/** Text without white space around it; undefined when empty or not set. */
export const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** Parts separated by commas, none of them empty. */
export const list = optionalText.transform((value) =>
  (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

/** Id of a channel in Slack; undefined when not set. */
export const channelId = optionalText.refine(
  (value) => value === undefined || /^[CG][A-Z0-9]{2,20}$/.test(value),
  'expected the id of a channel, such as C0123456789, which its details show at the end',
);

/** User groups of Slack, by handle or id; a handle's leading @ is left out. */
export const userGroups = list
  .refine((groups) => groups.every((group) => /^@?[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(group)), {
    error: ({ input }) =>
      `expected handles (@clinical-leads) or ids (S0123456789) of user groups, separated by commas, got ${JSON.stringify(input)}`,
  })
  .transform((groups) => groups.map((group) => group.replace(/^@/, '')));

/** A whole number from `minimum` to `maximum`; `fallback` when not set. */
export const integer = (fallback: number, minimum: number, maximum: number) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? fallback : Number(value)),
    z
      .number({ error: `expected a whole number from ${minimum} to ${maximum}` })
      .int()
      .min(minimum)
      .max(maximum),
  );

/** An http(s) address. */
export const url = z.url({ protocol: /^https?$/, error: 'expected an http(s) address' });

/** US dollars as whole micro-units, from `least` of them; null when not set. */
export const dollars = (least: number, expected: string) =>
  z
    .string()
    .trim()
    .optional()
    .transform((value, context) => {
      if (value === undefined || value === '') return null;
      const [, whole, part = ''] = /^(\d{1,7})(?:\.(\d{1,6}))?$/.exec(value) ?? [];
      const micros = Number(whole) * 1_000_000 + Number(part.padEnd(6, '0'));
      if (whole !== undefined && micros >= least) return micros;
      context.addIssue(`expected US dollars ${expected}`);
      return z.NEVER;
    });
