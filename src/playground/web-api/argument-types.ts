import { z } from 'zod';

/** Arguments arrive as text (form) or as JSON values; these accept both, as Slack does. */

export const text = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string(),
);

/** A text that must be there and not be empty. */
export const requiredText = text.pipe(z.string().min(1, 'must not be empty'));

const truthy = new Set<unknown>([true, 1, '1', 'true']);
const falsy = new Set<unknown>([false, 0, '0', 'false', '']);

export const flag = z.preprocess((value) => {
  if (truthy.has(value)) return true;
  return falsy.has(value) ? false : value;
}, z.boolean('expected a boolean'));

export const integer = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value),
  z.number('expected a whole number').int(),
);

/** A nested argument: a JSON value, or the same as JSON text. */
export const nested = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value, context) => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be valid JSON' });
      return z.NEVER;
    }
  }, schema);

/** Blocks, attachments and views keep their own errors, so that only JSON is decoded here. */
export const decoded = z.unknown().transform((value): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
});

/** Comma-separated text or a list. */
export const list = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? value
          .split(',')
          .map((item) => item.trim())
          .filter(Boolean)
      : value,
  z.array(z.string()),
);
