import { PlaygroundError } from '../playground-error.ts';
import { completeFile } from '../state/change-files.ts';
import type { Person } from '../state/people.ts';
import type { View } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import { inputElements } from '../web-api/read-view.ts';
import { presentFile } from '../wire/present-file.ts';

/**
 * Puts all that apps are told of a file in place of its id, in the file inputs of a form.
 *
 * @throws {PlaygroundError} `playground-file-unknown` for a file that the person has not uploaded.
 */
export function fillInFiles(workspace: Workspace, person: Person, view: View): void {
  for (const { element, blockId, actionId } of inputElements(view)) {
    const held = view.values[blockId]?.[actionId];
    if (element.type !== 'file_input' || held === undefined) continue;
    const files = (held.files ?? []) as { id: string }[];
    held.files = files.map(({ id }) => {
      const file = completeFile(workspace, id);
      if (file?.userId === person.id) return presentFile(workspace, file);
      throw new PlaygroundError('playground-file-unknown', `no file ${id} of ${person.id}`, {
        forPeople: 'One of the files is no longer there. Remove it, and choose it again.',
      });
    });
  }
}
