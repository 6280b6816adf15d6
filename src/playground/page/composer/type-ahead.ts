/** What is being typed at the caret that can be completed. */
export interface Trigger {
  kind: 'person' | 'channel' | 'command';
  /** Index of the sign (`@`, `#`, `/`) in the text. */
  start: number;
  /** What follows the sign, up to the caret. */
  query: string;
}

const sign: Readonly<Record<string, Trigger['kind']>> = {
  '@': 'person',
  '#': 'channel',
  '/': 'command',
};

/** The completion that the caret is in; null when it is in none. Commands only begin a message. */
export function findTrigger(text: string, caret: number): Trigger | null {
  const before = text.slice(0, caret);
  const match =
    /(?:^|[\s(])(?<sign>[@#])(?<query>[\p{L}\d._-]*)$|^(?<slash>\/)(?<command>[\w-]*)$/u.exec(
      before,
    );
  const groups = match?.groups;
  if (groups === undefined) return null;
  const query = groups.query ?? groups.command ?? '';
  const kind = sign[groups.sign ?? groups.slash ?? ''];
  return kind === undefined ? null : { kind, start: caret - query.length - 1, query };
}

/** Puts what was chosen in place of what was typed, followed by one space. */
export function complete(
  text: string,
  caret: number,
  trigger: Trigger,
  insert: string,
): { text: string; caret: number } {
  const rest = text.slice(caret).replace(/^ /, '');
  const head = `${text.slice(0, trigger.start)}${insert} `;
  return { text: head + rest, caret: head.length };
}
