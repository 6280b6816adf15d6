import { expect } from 'vitest';
import type { Publication } from '../../src/library/index.ts';
import type { EphemeralMessage, Message, View } from '../../src/playground/index.ts';
import type { Report } from '../../src/summaries/index.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { type AskedReport, createScriptedSummaries } from '../fakes/scripted-summaries.ts';
import { sampleReport, sourceOf, statement } from '../slack/reports/sample-report.ts';
import { type SlackJourney, type SlackJourneyOptions, untilQuiet } from './slack-journey.ts';

/** Each has a source of its own, by which it is found, too. */
const publication = (id: string, overrides: Partial<Publication>): Publication =>
  samplePublication({ id, source: `${id}.md`, ...overrides });

export const values = publication('values', {
  title: 'Common values of the partnership',
  link: 'https://library.example/values',
});
export const falls = publication('falls', { title: 'Falls audit', date: '2019-03' });
export const fallsAgain = publication('falls-2', { title: 'Falls audit', date: '2021' });
export const board = publication('board', { title: 'Board paper', audience: 'leads' });
export const finding = 'Falls fell by 12%.';

/** A report of one statement from a publication. */
export function reportOn(publication: Publication): Report {
  const claims = [statement(finding, { page: 4, id: publication.id })];
  return sampleReport({
    title: publication.title,
    parts: [{ kind: 'claims', heading: 'Key findings', claims }],
    sources: [{ ...sourceOf(1), publication, pages: [4] }],
  });
}

const publications = [values, falls, fallsAgain, board];

/** Writes a report on whatever publication is asked for. */
export function writeOnAsked({ request }: AskedReport): Report {
  const id = request.publicationId;
  return reportOn(publications.find((one) => one.id === id) ?? values);
}

/** A Slack in which reports are written by a script, and what Amira does there. */
export async function openReportJourney(
  start: (options: SlackJourneyOptions) => Promise<SlackJourney>,
  write: (asked: AskedReport) => Report | Promise<Report> = writeOnAsked,
  options: Partial<SlackJourneyOptions> = {},
) {
  const { ask } = createScriptedAsk(() => answered(['Success is judged by outcomes.'], values));
  const summaries = createScriptedSummaries(write);
  const library = createScriptedLibrary({ publications });
  const journey = await start({ ask, library, summaries, ...options });
  const { slack } = journey;
  const amira = slack.actAs('amira');
  const direct = amira.directMessageChannel;

  async function modal(title: string): Promise<View> {
    await expect.poll(() => JSON.stringify(amira.modal?.title ?? '')).toContain(`"${title}"`);
    if (amira.modal === null) throw new Error('no form');
    return amira.modal;
  }

  /** Types the command alone and waits for the form. */
  async function openForm(channel = 'general'): Promise<View> {
    await amira.slash('/summarise', '', channel);
    return modal('Summarise');
  }

  const posted = (channel: string): Message[] =>
    slack.messages(channel).filter((message) => message.isFromApp);

  /** What Amira alone was shown in a channel, once Concord owes nothing any more. */
  async function told(channel: string): Promise<EphemeralMessage | undefined> {
    await untilQuiet(journey);
    return slack.ephemeralMessages(channel, 'amira').at(-1);
  }

  /** Asks for a summary and waits for it: what names it, and what stands below. */
  async function summarise(typed = 'common values'): Promise<Message[]> {
    await amira.slash('/summarise', typed, 'general');
    await untilQuiet(journey);
    return posted(direct);
  }

  return {
    ...journey,
    summaries,
    amira,
    direct,
    modal,
    openForm,
    posted,
    told,
    summarise,
    quiet: () => untilQuiet(journey),
  };
}
