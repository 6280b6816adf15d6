import { formInput, formModal, formOption, textElement } from './form-elements.ts';
import { type FormNotices, noticeFields, noticeViews } from './form-ids.ts';
import type { PublicationValues } from './form-values.ts';
import { sendingFields } from './sending-fields.ts';

/** The form in which the publication is chosen that a notice is about. */
export function choosePublicationForm(): object {
  return formModal({
    callbackId: noticeViews.choosePublication,
    notices: null,
    title: 'Publication',
    submit: 'Next',
    close: 'Cancel',
    blocks: [
      formInput({
        id: noticeFields.publication,
        label: 'Which publication?',
        hint: 'Type a part of its title. One that is still under embargo becomes findable when its notice is posted.',
        element: { type: 'external_select', min_query_length: 0 },
      }),
    ],
  });
}

/**
 * The form in which a publication is announced.
 *
 * @param groups that whoever fills it in belongs to.
 */
export function publicationForm(
  values: PublicationValues,
  notices: FormNotices,
  groups: readonly string[],
): object {
  const { publication, title, text, authors, link } = values;
  return formModal({
    callbackId: noticeViews.publication,
    notices,
    title: notices.target === null ? 'Publication' : 'Change the notice',
    submit: 'Preview',
    close: 'Cancel',
    blocks: [
      formInput({
        id: noticeFields.publication,
        label: 'Publication',
        element: {
          type: 'external_select',
          min_query_length: 0,
          initial_option: formOption(publication.id, publication.title),
        },
      }),
      formInput({
        id: noticeFields.title,
        label: 'Title',
        element: textElement(title, { most: 150 }),
      }),
      formInput({
        id: noticeFields.text,
        label: 'Text',
        hint: 'Begun with the publication’s own sentences, word for word. Change it as you like.',
        optional: true,
        element: textElement(text, { most: 2_800, multiline: true }),
      }),
      formInput({
        id: noticeFields.speakers,
        label: 'Authors',
        hint: 'One on each line.',
        optional: true,
        element: textElement(authors.join('\n'), { most: 2_000, multiline: true }),
      }),
      formInput({
        id: noticeFields.link,
        label: 'Link',
        hint: 'It begins with https://.',
        optional: true,
        element: { type: 'url_text_input', ...(link === '' ? {} : { initial_value: link }) },
      }),
      ...sendingFields(values, groups),
    ],
  });
}
