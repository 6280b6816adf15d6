import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../src/playground/blocks/validate-blocks.ts';
import type { LibraryView } from '../../src/slack/index.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { type SlackJourneyOptions, untilQuiet } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const question = 'How should we judge success?';
const changedAt = Date.UTC(2024, 9, 1, 9, 30);

/** A library in which members find more than guests do. */
function libraryOfMembers(): LibraryView {
  const forMembers = createScriptedLibrary({
    publications: [
      samplePublication({ title: 'Shared clinics', link: 'https://library.example/clinics' }),
    ],
    questions: [{ title: 'Judging success', question }],
  });
  const forGuests = createScriptedLibrary({ count: 1 });
  return {
    ...forMembers,
    count: async (audiences) => (audiences.includes('members') ? 24 : 1),
    freshness: async () => ({ changedAt, checkedAt: null }),
    newest: async (audiences, limit) =>
      (audiences.includes('members') ? forMembers : forGuests).newest(audiences, limit),
    suggestQuestions: async (audiences, limit) =>
      (audiences.includes('members') ? forMembers : forGuests).suggestQuestions(audiences, limit),
  };
}

async function open(options: Partial<SlackJourneyOptions> = {}) {
  const scripted = createScriptedAsk(() => answered(['Success is judged by outcomes.']));
  const { log, entries } = createRecordingLog();
  const library = options.library ?? libraryOfMembers();
  const journey = await start({ ask: scripted.ask, log, ...options, library });
  const { slack } = journey;
  const homeOf = (person: string) => JSON.stringify(slack.actAs(person).home?.blocks ?? '');
  const visit = async (person: string) => {
    const before = slack.actAs(person).home?.hash;
    await slack.actAs(person).openHome();
    await expect.poll(() => slack.actAs(person).home?.hash).not.toBe(before);
    return slack.actAs(person);
  };
  return { ...journey, requests: scripted.requests, library, entries, homeOf, visit };
}

describe('the App Home', () => {
  test('shows what is new, what to ask, how fresh the library is and what is stored', async () => {
    const { visit, homeOf } = await open({ helpChannel: 'C0HELP00000' });
    const amira = await visit('amira');
    expect(validateBlocks(amira.home?.blocks, 'home')).toEqual([]);
    const home = homeOf('amira');
    expect(home).toContain('You are a *member*');
    expect(home).toContain('<https://library.example/clinics|Shared clinics>');
    expect(home).toContain(question);
    expect(home).toContain('*24* publications');
    expect(home).toContain(
      `<!date^${changedAt / 1_000}^{date_pretty} at {time}|2024-10-01 09:30 UTC>`,
    );
    expect(home).toContain('Nothing. Questions you ask are kept for 365 days');
    expect(home).toContain('<#C0HELP00000>');
    expect(home).not.toContain('session');
  });

  test('shows guests what is public, without empty headings', async () => {
    const { visit, homeOf } = await open();
    await visit('george');
    const home = homeOf('george');
    expect(home).toContain('You are a *guest* here');
    expect(home).toContain('*1* publication.');
    for (const absent of [
      'Shared clinics',
      question,
      'New in the library',
      'What you could ask',
      'Ask the team',
    ]) {
      expect(home).not.toContain(absent);
    }
  });

  test('shows what somebody is now, whatever they were when they opened it last', async () => {
    const { visit, homeOf, slack } = await open();
    await visit('amira');
    slack.administer.changePerson('amira', { kind: 'guest' });
    await slack.settled(3_000);
    await visit('amira');
    expect(homeOf('amira')).toContain('You are a *guest* here');
    expect(homeOf('amira')).not.toContain('Shared clinics');
  });

  test('that cannot be put together says so, with a reference that the log has', async () => {
    const { visit, homeOf, library, entries } = await open();
    library.count = async () => {
      throw new Error('secret words');
    };
    await visit('amira');
    expect(homeOf('amira')).toContain('This page could not be put together. Please try again');
    const [, reference] = /Reference: (C-[0-9a-f]{8})/.exec(homeOf('amira')) ?? [];
    expect(entries.filter(({ msg }) => msg === 'interaction-failed')).toEqual([
      expect.objectContaining({ reference, interaction: 'home-open' }),
    ]);
    expect(JSON.stringify(entries)).not.toContain('secret');
  });

  test('opens the form for a question of one’s own', async () => {
    const { visit } = await open();
    const amira = await visit('amira');
    await amira.actOnHome('open-ask-modal');
    await expect.poll(() => amira.modal?.callbackId).toBe('ask-library');
  });
});

describe('an example', () => {
  test('is asked in the conversation with Concord, once however often it is pressed', async () => {
    const journey = await open();
    const { visit, homeOf, slack, requests } = journey;
    const amira = await visit('amira');
    const hash = amira.home?.hash;
    // Both presses come from the page as it was.
    await Promise.all([amira.actOnHome('ask-example-1'), amira.actOnHome('ask-example-1')]);
    await expect.poll(() => requests.length).toBe(1);
    await untilQuiet(journey);
    expect(requests).toEqual([
      expect.objectContaining({ question, audiences: ['public', 'members'] }),
    ]);
    const said = slack.messages(amira.directMessageChannel);
    expect(said.filter(({ threadTs }) => threadTs === null)).toHaveLength(1);
    expect(said.filter(({ threadTs }) => threadTs !== null)).toHaveLength(1);
    await expect.poll(() => homeOf('amira')).toContain('The answer comes under *Messages*');
    expect(amira.home?.hash).not.toBe(hash);
  });

  test('can be asked again from the page as it is then', async () => {
    const journey = await open();
    const { visit, requests } = journey;
    for (let count = 1; count <= 2; count += 1) {
      const amira = await visit('amira');
      await amira.actOnHome('ask-example-1');
      await expect.poll(() => requests.length).toBe(count);
      await untilQuiet(journey);
    }
  });
});

describe('Delete my data', () => {
  async function withData() {
    const journey = await open();
    const { slack } = journey;
    const amira = slack.actAs('amira');
    const asked = await amira.directMessage(question);
    const channel = amira.directMessageChannel;
    const reply = await slack.waitForReply({ channel, threadTs: asked.ts }, 3_000);
    await untilQuiet(journey);
    const exchangeId = /"value":"([^":]+):helpful"/.exec(JSON.stringify(reply.blocks))?.[1] ?? '';
    await amira.clickButton(channel, reply.ts, 'give-feedback', `${exchangeId}:helpful`);
    await expect.poll(() => journey.feedback.find(exchangeId, amira.userId)).not.toBeNull();
    return { ...journey, amira, exchangeId, channel, reply };
  }

  test('asks first, deletes, and says what it deleted', async () => {
    const { visit, homeOf, amira, exchangeId, exchanges, feedback } = await withData();
    await visit('amira');
    expect(homeOf('amira')).toContain(
      '1 question with its answer, and what you thought of 1 answer, the oldest from <!date^',
    );
    expect(homeOf('amira')).toMatch(
      /"confirm":\{[^}]*\{"type":"plain_text","text":"Delete your data\?"/,
    );
    await amira.actOnHome('delete-my-data');
    await expect.poll(() => homeOf('amira')).toContain('✓ Deleted: 1 question with its answer');
    expect(homeOf('amira')).toContain('Nothing. Questions you ask are kept');
    expect(await exchanges.find(exchangeId)).toBeNull();
    expect(await feedback.find(exchangeId, amira.userId)).toBeNull();
  });

  test('pressed twice still says what the first press deleted', async () => {
    const { visit, homeOf, amira, slack } = await withData();
    await visit('amira');
    await Promise.all([amira.actOnHome('delete-my-data'), amira.actOnHome('delete-my-data')]);
    await expect
      .poll(() => slack.calls.filter(({ method }) => method === 'views.publish').length)
      .toBeGreaterThanOrEqual(3);
    await expect.poll(() => homeOf('amira')).toContain('✓ Deleted: 1 question with its answer');
  });

  test('leaves what others have', async () => {
    const journey = await withData();
    const { visit, slack, homeOf, exchanges, exchangeId } = journey;
    const tom = await visit('tom');
    await tom.actOnHome('delete-my-data');
    await expect.poll(() => homeOf('tom')).toContain('There was nothing to delete.');
    expect(await exchanges.find(exchangeId)).not.toBeNull();
    expect(slack.actAs('amira').home).toBeNull();
  });

  test('that fails says so in a modal, with a reference', async () => {
    const { visit, amira, database } = await withData();
    await visit('amira');
    await database.db.schema.dropTable('feedback').execute();
    await amira.actOnHome('delete-my-data');
    await expect
      .poll(() => JSON.stringify(amira.modal?.blocks))
      .toMatch(/Your data could not be deleted.*Reference: C-[0-9a-f]{8}/);
  });

  test('that fails says so in a message when Slack shows no modal any more', async () => {
    const { visit, amira, database, slack, channel } = await withData();
    await visit('amira');
    await database.db.schema.dropTable('feedback').execute();
    slack.faults.failNext('views.open', { status: 200, error: 'expired_trigger_id' });
    await amira.actOnHome('delete-my-data');
    await expect
      .poll(() => slack.messages(channel).at(-1)?.text)
      .toMatch(/^Your data could not be deleted.*Reference: C-[0-9a-f]{8}$/);
  });
});
