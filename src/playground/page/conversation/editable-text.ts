import type { PageState } from '../../page-api/page-protocol.ts';

type Names = Pick<PageState, 'people' | 'groups' | 'conversations'>;

/** A message as it was typed: `<@U…>` becomes `@name` again, `&lt;` becomes `<`. */
export function editableText(text: string, names: Names): string {
  return text
    .replaceAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (whole, id: string) => {
      const person = names.people.find((candidate) => candidate.id === id);
      return person === undefined ? whole : `@${person.name}`;
    })
    .replaceAll(/<!subteam\^([A-Z0-9]+)(?:\|[^>]*)?>/g, (whole, id: string) => {
      const group = names.groups.find((candidate) => candidate.id === id);
      return group === undefined ? whole : `@${group.handle}`;
    })
    .replaceAll(/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (whole, id: string, label = '') => {
      const channel = names.conversations.find((candidate) => candidate.id === id);
      const name = channel?.name ?? label;
      return name === '' ? whole : `#${name}`;
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
