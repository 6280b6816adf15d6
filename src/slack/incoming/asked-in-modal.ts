import { z } from 'zod';
import { idFrom } from './asked-command.ts';

/** Callback of the modal, and ids of what is filled in. */
export const askModal = {
  callbackId: 'ask-library',
  question: { blockId: 'question', actionId: 'question-text' },
  readers: { blockId: 'readers', actionId: 'readers-choice' },
} as const;

/** Most characters of a question in the modal; Slack allows 3,000 in an input. */
export const mostModalCharacters = 3_000;

const readerChoices = ['only-me', 'thread'] as const;
/** Who sees the answer: the asker alone, or everybody who sees the thread of the message. */
export type ReaderChoice = (typeof readerChoices)[number];

const timestamp = z.string().regex(/^\d+\.\d+$/);

/** The message a question is about. */
export interface MessagePlace {
  channel: string;
  ts: string;
  /** First message of the thread it belongs to, itself when it belongs to none. */
  thread: string;
}

const messagePlace: z.ZodType<MessagePlace> = z.object({
  channel: z.string().min(1).max(40),
  ts: timestamp,
  thread: timestamp,
});

const submissionBody = z.object({
  type: z.literal('view_submission'),
  user: z.object({ id: z.string().min(1), team_id: z.string().default('') }),
  trigger_id: z.string().min(1).optional(),
  view: z.object({
    id: z.string().min(1),
    callback_id: z.literal(askModal.callbackId),
    private_metadata: z.string().max(3_000).default(''),
    state: z.object({
      values: z.record(
        z.string(),
        z.record(
          z.string(),
          z.looseObject({
            value: z.string().nullish(),
            selected_option: z.looseObject({ value: z.string() }).nullish(),
          }),
        ),
      ),
    }),
  }),
});

/** A question asked in the modal. */
export interface AskedInModal {
  /** Its own; the same for the same modal. */
  eventId: string;
  user: string;
  /** The workspace they belong to; empty when Slack does not say. */
  team: string;
  text: string;
  readers: ReaderChoice;
  /** Null when it is about no message. */
  about: MessagePlace | null;
}

export function readAskedInModal(body: unknown): AskedInModal | null {
  const parsed = submissionBody.safeParse(body);
  if (!parsed.success) return null;
  const { view, user } = parsed.data;
  const { question, readers } = askModal;
  const { values } = view.state;
  const text = values[question.blockId]?.[question.actionId]?.value ?? '';
  const chosen = values[readers.blockId]?.[readers.actionId]?.selected_option?.value;
  const about = readMessagePlace(view.private_metadata);
  return {
    eventId: idFrom('modal', view.id),
    user: user.id,
    team: user.team_id,
    text: text.trim(),
    readers: chosen === 'thread' && about !== null ? 'thread' : 'only-me',
    about,
  };
}

/** What keeps the message in mind while the modal is open. */
function readMessagePlace(metadata: string): MessagePlace | null {
  try {
    return messagePlace.parse(JSON.parse(metadata));
  } catch {
    return null;
  }
}

/** What is wrong with it, by block id, in words for the person; empty when nothing is. */
export function problemsIn({ text }: AskedInModal): Record<string, string> {
  const { blockId } = askModal.question;
  if (!/[\p{L}\p{N}]/u.test(text)) return { [blockId]: 'Write a question.' };
  if (text.length <= mostModalCharacters) return {};
  const most = mostModalCharacters.toLocaleString('en-GB');
  const length = text.length.toLocaleString('en-GB');
  return { [blockId]: `The question has ${length} characters; at most ${most} can be looked up.` };
}
