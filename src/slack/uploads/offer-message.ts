import type { MessageContent } from '../../messaging/index.ts';
import { button } from '../blocks/button.ts';
import { composeMessages } from '../blocks/compose-messages.ts';
import { display } from '../blocks/describe-publication.ts';
import { markup } from '../blocks/markup.ts';
import { context, type Piece, section } from '../blocks/piece.ts';
import { filePromise } from './file-promise.ts';
import { lengthMenu, readerMenu } from './summary-choices.ts';
import { uploadActions } from './upload-ids.ts';
import { mostFileBytes, readableFiles, type UploadedFile } from './uploaded-file.ts';

const mostNameCharacters = 100;
const choose = 'Choose how long, and for whom it is written.';

/**
 * Offers to summarise the files of a message, or says why not.
 *
 * @param hasModel whether a language model summarises.
 */
export function offerMessages(files: readonly UploadedFile[], hasModel: boolean): MessageContent[] {
  const promise = filePromise(hasModel);
  const readable = files.some(isReadable);
  return composeMessages([
    ...files.flatMap(piecesOf),
    ...(readable ? [context(markup`${promise}`, promise)] : []),
  ]);
}

/** Whether a summary of it can be offered. */
export function isReadable({ isReadable: known, size }: UploadedFile): boolean {
  return known && (size ?? 0) <= mostFileBytes;
}

function piecesOf(file: UploadedFile): Piece[] {
  const name = display(file.name, mostNameCharacters) || 'this file';
  if (!isReadable(file)) {
    const reason = file.isReadable
      ? `it is larger than ${mostFileBytes / 1_000_000} MB.`
      : `I read ${readableFiles}.`;
    return [
      section(markup`I cannot read *${name}*: ${reason}`, `I cannot read ${name}: ${reason}`),
    ];
  }
  const elements = [
    { ...lengthMenu(), action_id: uploadActions.length },
    { ...readerMenu(), action_id: uploadActions.reader },
    button({
      actionId: uploadActions.summarise,
      text: 'Summarise',
      label: `Summarise ${name}`,
      value: file.id,
      style: 'primary',
    }),
  ];
  return [
    section(markup`I can summarise *${name}*. ${choose}`, `I can summarise ${name}. ${choose}`),
    {
      block: { type: 'actions', block_id: `upload-${file.id}`, elements },
      text: '',
      staysWithPrevious: true,
    },
  ];
}
