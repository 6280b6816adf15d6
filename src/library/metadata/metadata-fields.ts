import { DateTime } from 'luxon';
import { z } from 'zod';
import { audienceSchema } from '../../people/index.ts';
import { documentKinds } from '../publication.ts';

/** Where a plain date of an embargo is meant. */
const embargoZone = 'Europe/London';
const statuses = ['current', 'superseded', 'retracted'] as const;

/** An enumeration whose error names the value found and the values permitted. */
function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, {
    error: ({ input }) => `expected one of ${values.join(', ')}, got ${shown(input)}`,
  });
}

const text = z
  .string({ error: ({ input }) => `expected text, got ${shown(input)}` })
  .transform((value) => value.replace(/\s+/g, ' ').trim());

const longestTitle = 300;
const title = text.pipe(
  z
    .string()
    .min(1, 'expected a title, got nothing')
    .max(longestTitle, `expected at most ${longestTitle} characters`),
);

const authors = z
  .union([text.transform((value) => value.split(/\s*;\s*/)), z.array(text)], {
    error: ({ input }) => `expected a name, or a list of names, got ${shown(input)}`,
  })
  .transform((names) => names.filter((name) => name !== ''));

/** `2014`, `2014-10` or `2014-10-06`; of a moment, its day. */
const date = text.transform((value, context) => {
  const match = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    value,
  );
  if (match?.[1] && DateTime.fromISO(match[1], { zone: 'utc' }).isValid) return match[1];
  context.addIssue(`expected a date such as 2014, 2014-10 or 2014-10-06, got ${shown(value)}`);
  return z.NEVER;
});

/** A date means its first moment in London; a moment without offset is London time. */
const embargo = text.transform((value, context) => {
  const moment = DateTime.fromISO(value.replace(' ', 'T'), { zone: embargoZone });
  if (/^\d{4}-\d{2}-\d{2}/.test(value) && moment.isValid) return moment.toMillis();
  context.addIssue(
    `expected a date such as 2026-03-29 or a moment such as 2026-03-29T09:00:00Z, got ${shown(value)}`,
  );
  return z.NEVER;
});

const link = text.transform((value, context) => {
  const url = URL.parse(value);
  if (url && /^https?:$/.test(url.protocol) && url.username === '') return url.href;
  context.addIssue(`expected an address that begins with https:// or http://, got ${shown(value)}`);
  return z.NEVER;
});

const language = text.transform((value, context) => {
  const tag = languageTag(value);
  if (tag !== undefined) return tag;
  context.addIssue(`expected a language tag such as en, en-GB or cy, got ${shown(value)}`);
  return z.NEVER;
});

const yesOrNo = z.preprocess(
  (value) => (value === true || value === false ? String(value) : value),
  oneOf(['true', 'false']).transform((value) => value === 'true'),
);

/** What people may write, by its key; each value arrives as the text that was written. */
export const metadataFields = {
  title,
  authors,
  date,
  kind: oneOf(documentKinds),
  audience: audienceSchema,
  link,
  status: oneOf(statuses),
  'superseded-by': text,
  'embargoed-until': embargo,
  language,
  illustrative: yesOrNo,
};

export type MetadataKey = keyof typeof metadataFields;
export type WrittenMetadata = {
  [Key in MetadataKey]?: z.output<(typeof metadataFields)[Key]>;
};

/** The tag in its usual form (`en-GB`), or undefined when it is none. */
export function languageTag(value: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(value.replaceAll('_', '-'));
    return tag !== undefined && /^[a-z]{2,3}(?:-|$)/.test(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 80 ? `${json.slice(0, 77)}…` : json;
}
