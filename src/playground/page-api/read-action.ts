import { z } from 'zod';
import { PlaygroundError } from '../playground-error.ts';
import { type PageAction, pageFaultKinds } from './page-protocol.ts';

const id = z.string().min(1).max(255);
const ts = z.string().regex(/^\d{1,12}\.\d{6}$/, 'expected a message ts');
/** Slack takes messages of up to 40,000 characters. */
const text = z.string().max(40_000, 'longer than the 40,000 characters of a message');
const entry = z.union([
  z.string().max(40_000),
  z.array(z.string().max(2_000)).max(100),
  z.number(),
]);
const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), channel: id, ts }),
  z.strictObject({ kind: z.literal('view'), viewId: id }),
]);
const emoji = z
  .string()
  .regex(/^[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?$/, 'expected an emoji name');
/** A year: far enough for every reminder, and no date that calendars cannot hold. */
const longestAdvanceMs = 366 * 24 * 60 * 60 * 1000;

const actionSchema: z.ZodType<PageAction> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('post'),
    channel: id,
    text: text.refine((value) => value.trim() !== '', 'there is nothing to send'),
    thread: ts.nullable(),
  }),
  z.strictObject({
    type: z.literal('edit'),
    channel: id,
    ts,
    text: text.refine((value) => value.trim() !== '', 'there is nothing to send'),
  }),
  z.strictObject({ type: z.literal('delete'), channel: id, ts }),
  z.strictObject({ type: z.enum(['react', 'unreact']), channel: id, ts, name: emoji }),
  z.strictObject({ type: z.literal('join'), channel: id }),
  z.strictObject({ type: z.literal('mark-read'), channel: id, ts }),
  z.strictObject({
    type: z.literal('act'),
    where: place,
    actionId: id,
    blockId: id,
    entry: entry.nullable(),
  }),
  z.strictObject({
    type: z.literal('suggest'),
    where: place,
    actionId: id,
    typed: z.string().max(500),
  }),
  z.strictObject({
    type: z.literal('submit-view'),
    viewId: id,
    entries: z.record(id, entry.nullable()),
  }),
  z.strictObject({ type: z.literal('close-view'), viewId: id, all: z.boolean() }),
  z.strictObject({
    type: z.literal('slash'),
    command: z.string().regex(/^\/[^\s/]{1,31}$/, 'expected a command such as /ask'),
    text,
    channel: id,
    thread: ts.nullable(),
  }),
  z.strictObject({ type: z.literal('message-shortcut'), callbackId: id, channel: id, ts }),
  z.strictObject({ type: z.literal('global-shortcut'), callbackId: id }),
  z.strictObject({ type: z.literal('open-home') }),
  z.strictObject({ type: z.literal('open-agent') }),
  z.strictObject({ type: z.literal('stop'), channel: id, thread: ts }),
  z.strictObject({ type: z.literal('look-at'), channel: id }),
  z.strictObject({
    type: z.literal('advance-clock'),
    milliseconds: z.int().min(1).max(longestAdvanceMs),
  }),
  z.strictObject({
    type: z.literal('start-fault'),
    kind: z.enum(pageFaultKinds),
    left: z.int().min(1).max(1_000).nullable(),
  }),
  z.strictObject({ type: z.literal('end-faults') }),
  z.strictObject({ type: z.literal('reset') }),
]);

const requestSchema = z.strictObject({ person: id, action: actionSchema });

/**
 * Reads what a page asks for.
 *
 * @throws {PlaygroundError} `playground-action-invalid`, its words naming every problem.
 */
export function readAction(body: unknown): { person: string; action: PageAction } {
  const parsed = requestSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = z.prettifyError(parsed.error);
  throw new PlaygroundError('playground-action-invalid', problems, {
    cause: parsed.error,
    forPeople: `The page asked for something the local Slack does not understand:\n${problems}`,
  });
}
