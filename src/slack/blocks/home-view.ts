import type { SuggestedQuestion, UsageReport } from '../../answering/index.ts';
import type { Publication } from '../../library/index.ts';
import type { PersonalData, PersonRoles } from '../../people/index.ts';
import { browserActions } from '../browsing/browser-ids.ts';
import type { LibraryFreshness } from '../library-view.ts';
import { type HomeCalendar, homeCalendar } from '../notices/calendar/home-calendar.ts';
import { type HomeNotices, homeNotices } from '../notices/composing/home-notices.ts';
import { type HomeDigest, homeDigest } from '../notices/digest/home-digest.ts';
import { reportActions } from '../reports/report-ids.ts';
import { button } from './button.ts';
import { describePublication, display } from './describe-publication.ts';
import { describeModelMonth } from './home-model.ts';
import { deleteButton, describeDeleted, describePersonalData } from './home-personal-data.ts';
import { channelReference, dateTime, joinMarkup, type Markup, markup } from './markup.ts';
import { context, section, sectionWithButton } from './piece.ts';
import { plainTextObject } from './plain-text.ts';
import { shorten } from './split-text.ts';

export const homeActionIds = {
  ask: 'open-ask-modal',
  /** Each example has its own: `ask-example-1`, ... */
  askExample: /^ask-example-\d+$/,
} as const;

/** What one person's App Home shows. */
export interface HomeContents {
  roles: PersonRoles;
  library: LibraryFreshness & {
    /** How many publications they may read. */
    count: number;
    /** Newest first. */
    newest: readonly Publication[];
  };
  /** Questions the library answers for them. */
  examples: readonly SuggestedQuestion[];
  personalData: PersonalData;
  keepDays: number;
  /** What was deleted just now; null when nothing was asked to be. */
  deleted: PersonalData | null;
  /** The example they have asked just now; null for none. */
  asked: string | null;
  helpChannel: string | null;
  /** Of the language model, for staff alone; null for others and without a model. */
  modelMonth: UsageReport | null;
  /** For staff alone; null for others. */
  notices: HomeNotices | null;
  /** Null when there is no digest. */
  digest: HomeDigest | null;
  /** Null when no calendars are served. */
  calendar: HomeCalendar | null;
}

const mostQuestionCharacters = 1_900;

/** A person's App Home, as `views.publish` takes it. What there is nothing of has no heading. */
export function homeView(contents: HomeContents): object {
  return {
    type: 'home',
    blocks: [
      ...greeting(contents),
      ...(contents.notices === null ? [] : homeNotices(contents.notices)),
      ...examples(contents),
      ...newest(contents),
      ...(contents.digest === null ? [] : homeDigest(contents.digest)),
      ...(contents.calendar === null ? [] : homeCalendar(contents.calendar)),
      ...freshness(contents),
      ...modelMonth(contents),
      ...personalData(contents),
      ...help(contents),
    ],
  };
}

/** In place of a home that could not be put together. */
export function brokenHomeView(text: string): object {
  return { type: 'home', blocks: [section(markup`${text}`, text).block] };
}

function greeting({ roles }: HomeContents): object[] {
  const intro =
    'Ask about policy, the partnership’s common values and good practice. Every statement comes with the publication and page it is taken from.';
  const ask = button({
    actionId: homeActionIds.ask,
    text: 'Ask a question',
    style: 'primary',
  });
  const summarise = button({
    actionId: reportActions.summarise,
    text: 'Summarise a publication',
  });
  const browse = button({ actionId: browserActions.open, text: 'Browse the library' });
  return [
    heading('Concord'),
    section(markup`${intro}`, intro).block,
    { type: 'actions', elements: [ask, browse, summarise] },
    context(describeRoles(roles), '').block,
  ];
}

const rolesInWords: Readonly<Record<PersonRoles['rank'], Markup>> = {
  public: markup`You are a *guest* here: answers to you draw on public publications only.`,
  members: markup`You are a *member*: answers to you draw on what members may read.`,
  leads: markup`You are a *lead*: answers to you draw on what leads may read.`,
  staff: markup`You are *staff*: answers to you draw on what staff may read.`,
};

function describeRoles({ rank, groups }: PersonRoles): Markup {
  if (groups.length === 0) return rolesInWords[rank];
  const named = shorten(groups.join(', '), 500);
  return markup`${rolesInWords[rank]} Your groups: ${named}.`;
}

function examples({ examples: questions, asked: justAsked }: HomeContents): object[] {
  if (questions.length === 0) return [];
  const done =
    justAsked === null
      ? []
      : [
          section(
            markup`✓ Asked: _${display(justAsked, mostQuestionCharacters)}_ The answer comes under *Messages*.`,
            '',
          ).block,
        ];
  return [
    heading('What you could ask'),
    ...done,
    ...questions.map(({ question }, index) => {
      const asked = display(question, mostQuestionCharacters);
      const ask = button({
        actionId: `ask-example-${index + 1}`,
        text: 'Ask this',
        label: `Ask: ${asked}`,
        value: asked,
      });
      return sectionWithButton(markup`${asked}`, asked, ask).block;
    }),
  ];
}

function newest({ library }: HomeContents): object[] {
  if (library.newest.length === 0) return [];
  return [
    heading('New in the library'),
    ...library.newest.map((publication) => {
      const { shown, spoken } = describePublication(publication, { heading: null, pages: [] });
      return section(shown, spoken).block;
    }),
  ];
}

function freshness({ library: { count, changedAt, checkedAt } }: HomeContents): object[] {
  const publications = count === 1 ? 'publication' : 'publications';
  const number = count.toLocaleString('en-GB');
  const facts = [
    count === 0
      ? markup`The library holds nothing yet that you may read.`
      : markup`You may read *${number}* ${publications}.`,
    ...(changedAt === null ? [] : [markup`Last change: ${dateTime(changedAt)}.`]),
    ...(checkedAt === null ? [] : [markup`Last checked for changes: ${dateTime(checkedAt)}.`]),
  ];
  return [heading('The library today'), section(joinMarkup(facts, '\n'), '').block];
}

function modelMonth({ modelMonth: report }: HomeContents): object[] {
  if (report === null) return [];
  return [
    heading('Language model this month'),
    section(describeModelMonth(report), '').block,
    context(markup`Only staff see this. Months are UTC.`, '').block,
  ];
}

function personalData({ personalData: stored, keepDays, deleted }: HomeContents): object[] {
  const done = deleted === null ? [] : [section(markup`✓ ${describeDeleted(deleted)}`, '').block];
  return [
    heading('What is stored about you'),
    ...done,
    section(describePersonalData(stored, keepDays), '').block,
    { type: 'actions', elements: [deleteButton(stored)] },
  ];
}

function help({ helpChannel }: HomeContents): object[] {
  if (helpChannel === null) return [];
  const shown = markup`A person can answer, too: ask in ${channelReference(helpChannel)}.`;
  return [heading('Ask the team'), section(shown, '').block];
}

function heading(text: string): object {
  return { type: 'header', text: plainTextObject(text, 150) };
}
