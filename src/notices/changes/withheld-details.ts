import type { Notice, NoticeDetails, SeenByAll, SessionMaterials } from '../notice.ts';
import type { NoticePart } from '../notice-part.ts';
import { changesBetween } from './describe-changes.ts';

/** What is put right wherever a card is: a wrong time or place is worse than that a guest reads it. */
const corrected: ReadonlySet<NoticePart> = new Set(['time', 'place']);

/**
 * A notice as it may be shown where somebody is, or may be, who is outside its audience: what they
 * have before them already, with the time and place as they are now. The same notice when nothing is
 * withheld.
 */
export function withoutWithheld(notice: Notice): Notice {
  const { seenByAll, audience, lastChange } = notice;
  if (seenByAll === undefined || audience === 'public') return notice;
  const details = correct(seenByAll.details, notice.details);
  const isCorrected =
    changesBetween({ ...notice, details }, { ...notice, details: seenByAll.details }).length > 0;
  const parts = lastChange?.parts.filter((part) => corrected.has(part)) ?? [];
  return {
    ...notice,
    details,
    version: isCorrected ? notice.version : seenByAll.version,
    lastChange: lastChange === null || parts.length === 0 ? null : { ...lastChange, parts },
  };
}

/** What of a change is withheld where somebody is outside the audience, unless staff show it. */
export function withheldParts(current: Notice, next: Pick<Notice, 'details'>): NoticePart[] {
  const { details } = baseOf(current);
  const shown = correct(details, next.details);
  return changesBetween({ ...current, details: shown }, { ...current, details: next.details });
}

/**
 * A notice that was announced, as it is after a change, with what is withheld of it.
 *
 * @param showAll whether staff know that nobody is outside its audience, or want them to see it.
 */
export function withhold(current: Notice, next: Notice, showAll: boolean): Notice {
  const { seenByAll: _, ...shown } = next;
  if (showAll || next.audience === 'public') return shown;
  return withheldParts(current, next).length === 0
    ? shown
    : { ...shown, seenByAll: baseOf(current) };
}

const baseOf = ({ seenByAll, details, version }: Notice): SeenByAll =>
  seenByAll ?? { details, version };

/** What was taken away goes everywhere; what was added, or says something else, does not. */
function correct(seen: NoticeDetails, now: NoticeDetails): NoticeDetails {
  if (seen.kind !== 'session' || now.kind !== 'session') return seen;
  const { materials: added, ...rest } = now;
  const materials = seenMaterials(seen.materials, added);
  return {
    ...rest,
    title: seen.title,
    description: now.description === '' ? '' : seen.description,
    speakers: now.speakers.filter((one) => seen.speakers.includes(one)),
    papers: now.papers.filter((one) => seen.papers.includes(one)),
    // Whoever has the address can join: a new one is not handed out, an old one leads nowhere.
    link: now.link === seen.link ? now.link : null,
    ...(materials === undefined ? {} : { materials }),
  };
}

function seenMaterials(
  seen: SessionMaterials | undefined,
  now: SessionMaterials | undefined,
): SessionMaterials | undefined {
  if (seen === undefined || now === undefined) return undefined;
  const links = now.links.filter(({ title, url }) =>
    seen.links.some((one) => one.url === url && one.title === title),
  );
  const publications = now.publications.filter((one) => seen.publications.includes(one));
  const note = now.note === seen.note ? now.note : '';
  const isAll =
    links.length === now.links.length &&
    publications.length === now.publications.length &&
    note === now.note;
  return isAll ? now : { links, publications, note, edition: seen.edition };
}
