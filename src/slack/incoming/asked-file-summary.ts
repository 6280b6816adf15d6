import { z } from 'zod';
import { summaryLengths, summaryReaders } from '../../summaries/index.ts';
import { readEntered } from '../notices/composing/entered-values.ts';
import { fileForm, uploadActions } from '../uploads/upload-ids.ts';
import { usualSummary, type WantedSummary } from '../uploads/wanted-summary.ts';
import { idFrom } from './asked-command.ts';
import { pressedMessage, pressFields } from './pressed-button.ts';
import { bodyOfUnseenForm, parseMetadata, readSubmittedForm } from './submitted-form.ts';

const timestamp = z.string().regex(/^\d+\.\d+$/);
const fileId = z.string().regex(/^F[A-Z0-9]{1,40}$/);

/** Somebody wants a file summarised, by a button or a form. */
export interface AskedFileSummary {
  eventId: string;
  user: string;
  fileId: string;
  wanted: WantedSummary;
  /** Where they pressed the button; null for a form, which is answered in their conversation with Concord. */
  pressedIn: { channel: string; thread: string; ts: string; responseUrl: string } | null;
  /** The message that names it, in whose thread it is owed; null for a button, and before there is one. */
  begunIn: BegunIn | null;
}

interface BegunIn {
  channel: string;
  thread: string;
}

const begun = z.object({
  fileId,
  wanted: z.object({ length: z.enum(summaryLengths), reader: z.enum(summaryReaders) }),
  begunIn: z.object({ channel: z.string().min(1).max(40), thread: timestamp }),
});

const pressBody = z.object({
  ...pressFields,
  message: pressedMessage,
  state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  actions: z
    .array(
      z.object({
        action_id: z.literal(uploadActions.summarise),
        block_id: z.string(),
        value: fileId,
      }),
    )
    .length(1),
});

/** Null for anything else. */
export function readAskedFileSummary(body: unknown): AskedFileSummary | null {
  return readPress(body) ?? readForm(body) ?? readBegun(body);
}

/** What was asked for in a form, as it is put into the inbox once there is a thread for it. */
export function bodyOfBegunFile(
  { eventId, user, fileId, wanted }: AskedFileSummary,
  begunIn: BegunIn,
): object {
  const metadata = { fileId, wanted, begunIn };
  return bodyOfUnseenForm(eventId, { callbackId: fileForm.begun, user, metadata });
}

function readBegun(body: unknown): AskedFileSummary | null {
  const form = readSubmittedForm(body, fileForm.begun);
  if (form === null) return null;
  const parsed = begun.safeParse(parseMetadata(form));
  if (!parsed.success) return null;
  return { eventId: form.eventId, user: form.user, pressedIn: null, ...parsed.data };
}

function readPress(body: unknown): AskedFileSummary | null {
  const parsed = pressBody.safeParse(body);
  const [action] = parsed.success ? parsed.data.actions : [];
  if (!parsed.success || action === undefined) return null;
  const { user, channel, message, state, trigger_id: trigger } = parsed.data;
  const { ts, thread_ts: thread = ts } = message;
  const entered = readEntered(menusOf(state.values[action.block_id] ?? {}));
  return {
    eventId: idFrom('file', trigger),
    user: user.id,
    fileId: action.value,
    wanted: wantedBy(entered.chosen(uploadActions.length), entered.chosen(uploadActions.reader)),
    pressedIn: { channel: channel.id, thread, ts, responseUrl: parsed.data.response_url },
    begunIn: null,
  };
}

/** As in a form, where each menu has a block of its own. */
function menusOf(block: Record<string, unknown>): Record<string, Record<string, unknown>> {
  return Object.fromEntries(Object.entries(block).map(([id, value]) => [id, { [id]: value }]));
}

function readForm(body: unknown): AskedFileSummary | null {
  const form = readSubmittedForm(body, fileForm.callbackId);
  if (form === null) return null;
  const entered = readEntered(form.values);
  const chosen = fileId.safeParse(entered.chosen(fileForm.file) ?? form.metadata);
  if (!chosen.success) return null;
  return {
    eventId: form.eventId,
    user: form.user,
    fileId: chosen.data,
    wanted: wantedBy(entered.chosen(fileForm.length), entered.chosen(fileForm.reader)),
    pressedIn: null,
    begunIn: null,
  };
}

function wantedBy(length: string | null, reader: string | null): WantedSummary {
  return {
    length: summaryLengths.find((each) => each === length) ?? usualSummary.length,
    reader: summaryReaders.find((each) => each === reader) ?? usualSummary.reader,
  };
}
