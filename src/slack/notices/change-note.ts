import type { NoticeChange, NoticeDetails, NoticePart } from '../../notices/index.ts';
import { display } from '../blocks/describe-publication.ts';
import { joinMarkup, linkTo, type Markup, markup } from '../blocks/markup.ts';
import { type Piece, section } from '../blocks/piece.ts';
import { sessionTimes, spokenTimes } from './session-times.ts';

/** A part of a notice as it is shown and as it is read out. */
interface Said {
  shown: Markup;
  spoken: string;
}

const mostFact = 300;
const none = plain('none');

const partNames: Partial<Record<NoticePart, string>> = {
  title: 'Title',
  time: 'When',
  place: 'Where',
  link: 'Online',
  speakers: 'Speaking',
};

/** What has changed: how it is now and how it was before. */
export function changeNote(details: NoticeDetails, { parts, before }: NoticeChange): Piece[] {
  const title = display(details.title, mostFact);
  const what = parts.includes('time') ? 'Moved' : 'Changed';
  const lines = parts.flatMap((part) => {
    const name = nameOf(part, details);
    if (name === null) return [];
    const [now, then] = [sayPart(part, details), sayPart(part, before)];
    return [
      {
        shown: markup`*${name}* ${then.shown} → *${now.shown}*`,
        spoken: `${name}: ${now.spoken}, before: ${then.spoken}.`,
      },
    ];
  });
  const shown = [markup`*${what}:* ${title}`, ...lines.map((line) => line.shown)];
  const spoken = [`${what}: ${title}.`, ...lines.map((line) => line.spoken)];
  return [section(joinMarkup(shown, '\n'), spoken.join(' '))];
}

function nameOf(part: NoticePart, { kind }: NoticeDetails): string | null {
  if (kind === 'publication' && part === 'speakers') return 'By';
  if (kind === 'publication' && part === 'link') return 'Link';
  return partNames[part] ?? null;
}

function sayPart(part: NoticePart, details: NoticeDetails): Said {
  if (part === 'title') return plain(details.title);
  if (part === 'link') return sayLink(details);
  if (details.kind === 'publication') return listed(details.authors);
  if (part === 'time') return { shown: sessionTimes(details), spoken: spokenTimes(details) };
  return part === 'place' ? listed([details.place ?? '']) : listed(details.speakers);
}

function sayLink({ kind, link }: NoticeDetails): Said {
  if (link === null) return none;
  const label = kind === 'session' ? 'Join' : 'Read it';
  return { shown: linkTo(link, label), spoken: 'with a link' };
}

function listed(names: readonly string[]): Said {
  const text = names.filter((name) => name !== '').join(', ');
  return text === '' ? none : plain(text);
}

function plain(text: string): Said {
  const line = display(text, mostFact);
  return { shown: markup`${line}`, spoken: line };
}
