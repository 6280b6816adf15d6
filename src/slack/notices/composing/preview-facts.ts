import { isQuiet, type Notice, type QuietHours } from '../../../notices/index.ts';
import { joinMarkup, type Markup, markup } from '../../blocks/markup.ts';
import { section } from '../../blocks/piece.ts';
import { spokenTimes } from '../session-times.ts';
import type { CardsThere } from './cards-there.ts';
import { findOutsidersAmong } from './outsiders-found.ts';
import { partWords } from './part-words.ts';
import { fullTime, localTime, plannedTimes } from './planned-times.ts';
import type { Reach } from './reach.ts';
import { audienceText } from './sending-fields.ts';
import { seriesLines } from './series-lines.ts';

export interface PreviewFacts {
  notice: Notice;
  reach: Reach;
  /** What people have of it before them. */
  cards: CardsThere;
  /** IANA zone of whoever looks at it. */
  zone: string;
  quiet: QuietHours | null;
  /** Whether a second person has to agree first. */
  needsApproval: boolean;
  /** UTC ms. */
  now: number;
}

/** Channels and people named one by one. */
const mostNamed = 15;

const channelName = (id: string): Markup => ({ mrkdwn: `<#${id.replace(/[^A-Z0-9]/g, '')}>` });
const personName = (id: string): Markup => ({ mrkdwn: `<@${id.replace(/[^A-Z0-9]/g, '')}>` });

/** Who gets a notice and when, and what is in the way of it. */
export function previewFacts(facts: PreviewFacts): object[] {
  const lines = [...times(facts), ...places(facts)];
  return [
    section(joinMarkup(lines, '\n'), '').block,
    ...warnings(facts).map((warning) => section(warning, '').block),
  ];
}

function times({ notice, zone, quiet, needsApproval, now }: PreviewFacts): Markup[] {
  const { details } = notice;
  const { announceAt, reminders } = plannedTimes(notice, { now, quiet });
  const lines: Markup[] = [];
  const isSession = details.kind === 'session';
  if (isSession) lines.push(markup`*When:* ${spokenTimes(details)}`);
  const series = seriesLines(notice);
  lines.push(...series.map(([what, text]) => markup`*${what}:* ${text}`));
  const after = needsApproval ? ' after somebody has agreed' : '';
  const rest = series.length > 0 ? '; each later one as long before it begins' : '';
  if (announceAt === null) lines.push(markup`*Announced:* at once${after}${rest}`);
  else {
    const verb = announceAt <= now ? 'Was announced' : 'Announced';
    lines.push(
      markup`*${verb}:* ${fullTime(announceAt, zone)}${quietNote(announceAt, quiet, now)}${rest}`,
    );
  }
  if (details.kind !== 'session') return lines;
  const listed = reminders.map(({ at, moved }) => {
    const note = moved ? ', moved out of quiet hours' : '';
    return `${localTime(at, details.zone)}${note}`;
  });
  const zoneNote = ` (${details.zone.replaceAll('_', ' ')})`;
  const way =
    notice.remindIn === 'thread' ? 'in the thread' : 'directly, to those who are going or may come';
  lines.push(
    listed.length === 0
      ? markup`*Reminders:* none`
      : markup`*Reminders* ${way}: ${listed.join('; ')}${zoneNote}`,
  );
  return lines;
}

/** What is announced at a time is sent then: whoever chose it may have meant it. */
function quietNote(announceAt: number, quiet: QuietHours | null, now: number): string {
  const isSaid = quiet !== null && announceAt > now && isQuiet(announceAt, quiet);
  return isSaid ? ' – these are quiet hours; it is sent all the same' : '';
}

function places({ notice, reach }: PreviewFacts): Markup[] {
  const { channels, people } = notice;
  const number = reach.people.toLocaleString('en-GB');
  const all = reach.isComplete ? number : `at least ${number}`;
  const where = [
    ...(channels.length === 0 ? [] : [count(channels.length, 'channel', 'channels')]),
    ...(people.length === 0 ? [] : [count(people.length, 'person directly', 'people directly')]),
  ].join(' and ');
  const reached = `${all} ${reach.isComplete && reach.people === 1 ? 'person' : 'people'}`;
  const named = [...channels.map(channelName), ...people.map(personName)];
  const more = named.length > mostNamed ? ` and ${named.length - mostNamed} more` : '';
  const names = markup`${joinMarkup(named.slice(0, mostNamed), ', ')}${more}`;
  return [
    markup`*Goes to:* ${names} – ${where}, *${reached}* in all, each counted once`,
    markup`*May see it:* ${audienceText(notice.audience)}`,
  ];
}

function warnings(facts: PreviewFacts): Markup[] {
  const { reach, notice } = facts;
  const found: Markup[] = [];
  const list = (ids: readonly string[], name: (id: string) => Markup): Markup => {
    const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
    return markup`${joinMarkup(ids.slice(0, mostNamed).map(name), ', ')}${more}`;
  };
  if (reach.notIn.length > 0) {
    found.push(
      markup`:warning: Concord is not in ${list(reach.notIn, channelName)}. Write \`/invite @Concord\` there, or it cannot be posted.`,
    );
  }
  if (reach.archived.length > 0) {
    found.push(
      markup`:warning: ${list(reach.archived, channelName)}: archived, so that nobody can post there. Leave it out.`,
    );
  }
  const { forbidden, atCards, question } = findOutsidersAmong(facts);
  const audience = audienceText(notice.audience).toLowerCase();
  if (forbidden.length > 0) {
    found.push(
      markup`:no_entry: It is for ${audience}, and guests or people of other organisations would see it: ${named(forbidden)}. Leave out these places, or let everybody see it.`,
    );
  }
  if (atCards.length > 0) {
    found.push(
      markup`:warning: It is for ${audience}, and guests or people of other organisations have its card before them: ${named(atCards)}. Its time and place are put right there all the same.`,
    );
  }
  if (question !== null) {
    const parts = partWords(facts.cards.isNew, notice.details.kind === 'session').join(', ');
    const where =
      atCards.length > 0
        ? markup`What else is new there (${parts})`
        : markup`It is not known who is in all channels. Where guests or people of other organisations are, what is new (${parts})`;
    found.push(markup`${where} is not shown, unless you say so below.`);
  }
  const isNamed = forbidden.length + atCards.length > 0;
  if (!isNamed && notice.audience !== 'public' && reach.shared.length > 0) {
    found.push(
      markup`:warning: ${list(reach.shared, channelName)}: shared with another organisation, whose people would see it.`,
    );
  }
  if (!reach.isComplete) {
    found.push(
      markup`Not all channels could be looked up in time, so that more people may see it than are counted here.`,
    );
  }
  return found;
}

/** People, and where they are. */
function named(outsiders: Reach['outsiders']): Markup {
  const all = outsiders.map(({ person, channel }) =>
    channel === null
      ? personName(person)
      : markup`${personName(person)} in ${channelName(channel)}`,
  );
  return joinMarkup(all, ', ');
}

function count(number: number, one: string, several: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : several}`;
}
