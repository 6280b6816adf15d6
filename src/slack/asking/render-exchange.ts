import { type Exchange, modelNote } from '../../answering/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import { abstentionMessages } from '../blocks/abstention-messages.ts';
import { answerMessages } from '../blocks/answer-messages.ts';
import { greetingMessages } from '../blocks/greeting-message.ts';
import type { LibraryView } from '../library-view.ts';
import { languageNote } from './language-note.ts';

export interface RenderOptions {
  library: LibraryView;
  /** Channel where people answer what the library does not; null when there is none. */
  helpChannel: string | null;
}

/** Most questions offered to somebody who asked none. */
const mostExamples = 3;

/** What people are told: the answer, that there is none, or what they might ask. */
export async function renderExchange(
  { library, helpChannel }: RenderOptions,
  { id, answer, audiences, question, modelRun }: Exchange,
  smallPrint: readonly string[],
): Promise<MessageContent[]> {
  const ofModel = modelNote({ answer, modelRun });
  const notes = ofModel === null ? smallPrint : [...smallPrint, ofModel];
  if (answer.kind === 'answer') return answerMessages({ id, answer }, notes);
  if (answer.reason === 'no-question') {
    return greetingMessages(await library.suggestQuestions(audiences, mostExamples), notes);
  }
  const note = await languageNote(library, question, audiences);
  const allNotes = note === null ? notes : [note, ...notes];
  return abstentionMessages({ id, answer }, helpChannel, allNotes);
}
