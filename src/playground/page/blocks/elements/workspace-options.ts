import type { PageState } from '../../../page-api/page-protocol.ts';
import { type Fields, fieldsOf } from '../read-block.ts';
import type { Option } from './options.ts';

type Page = Pick<PageState, 'people' | 'conversations' | 'me'>;

const option = (value: string, text: string, description = ''): Option => ({
  value,
  text,
  description,
  group: '',
});

function people({ people: everybody }: Page): Option[] {
  return everybody
    .filter((person) => !person.deleted)
    .map((person) => option(person.id, person.realName, person.title));
}

/** The other one of a direct message. */
function directName({ people: everybody, me }: Page, memberIds: readonly string[]): string {
  const other = memberIds.find((id) => id !== me) ?? me;
  return everybody.find((person) => person.id === other)?.realName ?? 'Direct message';
}

const kinds = { public: 'public', private: 'private', direct: 'im' } as const;

function conversations(page: Page, filter: Fields): Option[] {
  const include = Array.isArray(filter.include) ? filter.include : ['public', 'private', 'im'];
  const bots = new Set(page.people.filter((person) => person.isBot).map((person) => person.id));
  return page.conversations
    .filter(({ isArchived, isMember, kind }) => !isArchived && (isMember || kind === 'public'))
    .filter(({ kind }) => include.includes(kinds[kind]))
    .filter((one) => filter.exclude_external_shared_channels !== true || !one.isExternallyShared)
    .filter(
      (one) =>
        filter.exclude_bot_users !== true ||
        one.kind !== 'direct' ||
        !one.memberIds.some((id) => bots.has(id)),
    )
    .map((one) =>
      one.kind === 'direct'
        ? option(one.id, directName(page, one.memberIds))
        : option(one.id, `#${one.name}`, one.topic),
    );
}

/** What menus of people, channels and conversations offer to the person. */
export function workspaceOptions(element: Fields, page: Page): Option[] {
  switch (element.type) {
    case 'users_select':
    case 'multi_users_select':
      return people(page);
    case 'channels_select':
    case 'multi_channels_select':
      return conversations(page, { include: ['public'] });
    default:
      return conversations(page, fieldsOf(element.filter));
  }
}
