import { PlaygroundError } from '../playground-error.ts';
import { requirePerson } from '../state/find.ts';
import type { Person } from '../state/people.ts';
import type { Workspace } from '../state/workspace.ts';

/**
 * The person through whose eyes a page looks.
 *
 * @param idOrName undefined takes the first person.
 * @throws {PlaygroundError} `playground-person-unknown`, `playground-nobody-there` for the app and
 *   for people whose account was closed.
 */
export function requireViewer(workspace: Workspace, idOrName: string | undefined): Person {
  const canLook = ({ isBot, deleted }: Person): boolean => !isBot && !deleted;
  const first = Object.values(workspace.state.people).find(canLook);
  const person = idOrName === undefined ? first : requirePerson(workspace, idOrName);
  if (person !== undefined && canLook(person)) return person;
  throw new PlaygroundError('playground-nobody-there', `${idOrName} cannot sign in`, {
    forPeople: `${person?.realName ?? 'Nobody'} cannot sign in to this workspace.`,
  });
}
