import { mostMaterials, type SessionMaterials } from '../../../notices/index.ts';
import { markup } from '../../blocks/markup.ts';
import { mostTitleCharacters } from '../../blocks/message-view.ts';
import { section } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';
import type { EnteredValues } from './entered-values.ts';
import { formInput, formOption, textElement } from './form-elements.ts';
import { noticeFields, noticeViews, writeFormNotices } from './form-ids.ts';
import type { ChosenPublication } from './form-values.ts';

const consequence =
  'The card shows them, and everybody who was going or may have come is told once. To remove them, empty the fields.';

/** The form in which materials are attached to a session. @param chosen publications it has. */
export function materialsForm(
  noticeId: string,
  materials: SessionMaterials | undefined,
  chosen: readonly ChosenPublication[],
): object {
  const { note = '', links = [] } = materials ?? {};
  const options = chosen.map(({ id, title }) => formOption(id, title));
  return {
    type: 'modal',
    callback_id: noticeViews.materials,
    private_metadata: writeFormNotices({ draft: null, target: noticeId }),
    title: plainTextObject('Materials', mostTitleCharacters),
    submit: plainTextObject('Save', mostTitleCharacters),
    close: plainTextObject('Cancel', mostTitleCharacters),
    blocks: [
      section(markup`${consequence}`, '').block,
      formInput({
        id: noticeFields.links,
        label: 'Links',
        hint: 'One on each line: its address, and what it is called, such as “https://example.org/slides Slides”.',
        optional: true,
        element: textElement(links.map(writeLink).join('\n'), { most: 3_000, multiline: true }),
      }),
      formInput({
        id: noticeFields.materials,
        label: 'Publications of the library',
        hint: 'Only what everybody who may see the session may read.',
        optional: true,
        element: {
          type: 'multi_external_select',
          min_query_length: 0,
          max_selected_items: mostMaterials.publications,
          ...(options.length === 0 ? {} : { initial_options: options }),
        },
      }),
      formInput({
        id: noticeFields.note,
        label: 'Note',
        optional: true,
        element: textElement(note, { most: mostMaterials.note, multiline: true }),
      }),
    ],
  };
}

function writeLink({ title, url }: { title: string; url: string }): string {
  return title === '' ? url : `${url} ${title}`;
}

/** What was entered; what is wrong with it is found when it is attached. */
export function readMaterials(entered: EnteredValues): Omit<SessionMaterials, 'edition'> {
  return {
    links: entered.lines(noticeFields.links).map(readLink),
    publications: entered.list(noticeFields.materials),
    note: entered.text(noticeFields.note),
  };
}

/** The address may stand before or after what it is called. */
function readLink(line: string): { title: string; url: string } {
  const words = line.split(/\s+/u);
  const url = words.find((word) => /^\w+:\/\//u.test(word)) ?? line;
  const title = words.filter((word) => word !== url).join(' ');
  return { title: url === line ? '' : title.replace(/^[-–—:,]\s*|\s*[-–—:,]$/gu, ''), url };
}
