import type { Person } from '../../state/people.ts';
import { isOutside, kindName } from '../client/people.ts';

/** Who says something; the app and people from outside are marked as such. */
export function MessageAuthor({ person }: { person: Person | undefined }) {
  return (
    <>
      <span className="message-author">{person?.realName ?? 'Somebody'}</span>
      {person !== undefined && (person.isBot || isOutside(person)) && (
        <span className="badge">{kindName(person)}</span>
      )}
    </>
  );
}
