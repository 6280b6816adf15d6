import type { PageState } from '../../page-api/page-protocol.ts';
import type { Trigger } from './type-ahead.ts';

export interface Suggestion {
  id: string;
  /** What replaces what was typed. */
  insert: string;
  label: string;
  detail: string;
}

const most = 8;

/** Those that begin with what was typed come before those that hold it further on. */
function rank(suggestions: Suggestion[], query: string): Suggestion[] {
  const wanted = query.toLowerCase();
  const place = ({ insert, label }: Suggestion): number => {
    const handle = insert.slice(1).toLowerCase();
    const words = label.replace(/^#/, '').toLowerCase();
    if (handle.startsWith(wanted) || words.startsWith(wanted)) return 0;
    return words.split(/\s+/).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return suggestions
    .filter(({ insert, label }) => `${insert.slice(1)} ${label}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => place(a) - place(b))
    .slice(0, most);
}

function people(page: PageState): Suggestion[] {
  const one = page.people
    .filter((person) => !person.deleted)
    .map((person) => ({
      id: person.id,
      insert: `@${person.name}`,
      label: person.realName,
      detail: person.isBot ? 'App' : person.title,
    }));
  const groups = page.groups
    .filter((group) => !group.disabled)
    .map((group) => ({
      id: group.id,
      insert: `@${group.handle}`,
      label: group.name,
      detail: `${group.userIds.length} in this group`,
    }));
  // The app first: it is whom people come here to ask.
  return [
    ...one.toSorted((a, b) => Number(b.detail === 'App') - Number(a.detail === 'App')),
    ...groups,
  ];
}

function channels(page: PageState): Suggestion[] {
  return page.conversations
    .filter(({ kind, isArchived }) => kind !== 'direct' && !isArchived)
    .map(({ id, name, purpose }) => ({
      id,
      insert: `#${name}`,
      label: `#${name}`,
      detail: purpose,
    }));
}

function commands(page: PageState): Suggestion[] {
  return page.app.commands.map(({ command, description, usageHint }) => ({
    id: command,
    insert: command,
    label: usageHint === '' ? command : `${command} ${usageHint}`,
    detail: description,
  }));
}

/** What can complete what is being typed, best first, at most eight. */
export function suggestionsFor(page: PageState, trigger: Trigger): Suggestion[] {
  const sources = { person: people, channel: channels, command: commands };
  return rank(sources[trigger.kind](page), trigger.query);
}
