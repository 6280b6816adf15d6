import type { LocalSlackState } from '../state/local-slack-state.ts';

const person = /(^|[\s(])@([a-z][a-z0-9_.-]*[a-z0-9])/gi;
const channel = /(^|[\s(])#([a-z][a-z0-9_-]*)/gi;

/** Turns `@name` and `#name`, in upper or lower case, into the links that Slack's composer makes. */
export function linkNames(state: LocalSlackState, text: string): string {
  const people = Object.values(state.people);
  const groups = Object.values(state.groups);
  const conversations = Object.values(state.conversations);
  return text
    .replaceAll(person, (whole, before: string, typed: string) => {
      const name = typed.toLowerCase();
      const found = people.find((candidate) => candidate.name === name);
      if (found !== undefined) return `${before}<@${found.id}>`;
      const group = groups.find((candidate) => candidate.handle === name);
      return group === undefined ? whole : `${before}<!subteam^${group.id}>`;
    })
    .replaceAll(channel, (whole, before: string, typed: string) => {
      const name = typed.toLowerCase();
      const found = conversations.find((candidate) => candidate.name === name);
      return found === undefined ? whole : `${before}<#${found.id}|${name}>`;
    });
}
