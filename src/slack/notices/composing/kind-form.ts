import { formInput, formModal, formOption } from './form-elements.ts';
import { noticeFields, noticeViews } from './form-ids.ts';

/** The form that asks what a notice is about. */
export function kindForm(): object {
  const session = formOption('session', 'A session');
  return formModal({
    callbackId: noticeViews.kind,
    notices: null,
    title: 'New notice',
    submit: 'Next',
    close: 'Cancel',
    blocks: [
      formInput({
        id: noticeFields.kind,
        label: 'What is it about?',
        element: {
          type: 'radio_buttons',
          options: [
            session,
            formOption('publication', 'A publication of the library'),
            formOption('template', 'Start from a template'),
          ],
          initial_option: session,
        },
      }),
    ],
  });
}
