import { display } from '../blocks/describe-publication.ts';
import { markup } from '../blocks/markup.ts';
import { context, section } from '../blocks/piece.ts';
import { formInput, formModal, formOption } from '../notices/composing/form-elements.ts';
import { filePromise } from './file-promise.ts';
import { isReadable } from './offer-message.ts';
import { lengthMenu, readerMenu } from './summary-choices.ts';
import { fileForm } from './upload-ids.ts';
import type { UploadedFile } from './uploaded-file.ts';

const mostNameCharacters = 70;

/**
 * The form with which somebody has a file of a message summarised; null when none can be read.
 *
 * @param hasModel whether a language model summarises.
 */
export function fileFormView(files: readonly UploadedFile[], hasModel: boolean): object | null {
  const options = files
    .filter(isReadable)
    .map(({ id, name }) => formOption(id, display(name, mostNameCharacters) || 'A file'));
  const [first] = options;
  if (first === undefined) return null;
  const promise = `You get the summary in a direct message. ${filePromise(hasModel)}`;
  const name = display(files.find(({ id }) => id === first.value)?.name ?? '', mostNameCharacters);
  const form = formModal({
    callbackId: fileForm.callbackId,
    notices: null,
    title: 'Summarise a file',
    submit: 'Summarise',
    close: 'Cancel',
    blocks: [
      options.length === 1
        ? section(markup`*${name}*`, name).block
        : formInput({
            id: fileForm.file,
            label: 'File',
            element: { type: 'static_select', options, initial_option: first },
          }),
      formInput({ id: fileForm.length, label: 'How long', element: lengthMenu() }),
      formInput({ id: fileForm.reader, label: 'Written for', element: readerMenu() }),
      context(markup`${promise}`, promise).block,
    ],
  });
  return { ...form, private_metadata: first.value };
}
