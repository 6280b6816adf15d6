import { describe, expect, test } from 'vitest';
import { ReportRefused } from '../../src/summaries/index.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import {
  falls,
  finding,
  openReportJourney,
  reportOn,
  values,
  writeOnAsked,
} from './report-journey.ts';
import { repliesInThread, visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

async function open(
  write: Parameters<typeof openReportJourney>[1] = writeOnAsked,
  options: Parameters<typeof openReportJourney>[2] = {},
) {
  const journey = await openReportJourney(start, write, options);
  const { amira, direct, slack, quiet } = journey;
  const below = (ts: string, channel = direct) => repliesInThread(slack, channel, ts);
  /** Writes to Concord alone and gives what comes back. */
  async function say(text: string) {
    const { ts } = await amira.directMessage(text);
    await quiet();
    return { ts, replies: below(ts) };
  }
  return { ...journey, below, say };
}

const shown = (message: { text: string; blocks: readonly unknown[] } | undefined): string =>
  message === undefined ? '' : visibleText(message);

describe('what is typed in plain words', () => {
  test('is summarised in the reply, at the length and for the reader that it names', async () => {
    const { say, summaries, slack, direct } = await open();
    const { ts, replies } = await say('Could you summarise the common values for the board?');
    expect(replies).toHaveLength(1);
    expect(shown(replies[0])).toContain(`${finding} (page 4)`);
    expect(summaries.asked).toMatchObject([
      {
        kind: 'summary',
        request: {
          publicationId: 'values',
          length: 'brief',
          reader: 'board',
          asker: 'U0AMIRA0000',
        },
      },
    ]);
    expect(slack.agentThread(direct, ts).title).toBe(
      'Could you summarise the common values for the board?',
    );
    expect(slack.agentThread(direct, ts).status).toBe('');
  });

  test('in a channel draws on what everybody there may read, and cannot be shared again', async () => {
    const { amira, below, quiet, summaries } = await open(undefined, {
      leadUserIds: ['U0AMIRA0000'],
    });
    const { ts } = await amira.mention('general', 'brief me on falls and housing');
    await quiet();
    const [reply] = below(ts, 'general');
    expect(shown(reply)).toContain(finding);
    expect(shown(reply)).not.toContain('Share with a channel');
    expect(summaries.asked).toMatchObject([
      {
        kind: 'briefing',
        request: {
          topic: 'falls and housing',
          audiences: ['public', 'members'],
          channel: 'C0GENERAL00',
        },
      },
    ]);
  });

  test('compares two editions in the order of their dates', async () => {
    const { say, summaries } = await open();
    await say('What has changed between the 2021 and the 2019 falls audit report?');
    expect(summaries.asked).toMatchObject([
      { kind: 'changes', request: { earlierId: 'falls', laterId: 'falls-2' } },
    ]);
  });

  test('asks which publication is meant, and keeps how it was wanted', async () => {
    const { say, amira, direct, quiet, summaries } = await open();
    const { replies } = await say('summarise the falls audit in full for clinicians');
    expect(replies[0]?.text).toContain('fits 2 publications. Which one do you mean?');
    expect(summaries.asked).toEqual([]);
    await amira.clickButton(direct, replies[0]?.ts ?? '', 'summarise-now-2');
    await quiet();
    expect(summaries.asked).toMatchObject([
      { kind: 'summary', request: { length: 'full', reader: 'clinician' } },
    ]);
  });

  test('offers a form with what is clear already', async () => {
    const { say, amira, direct, modal } = await open();
    const { replies } = await say('Compare the common values with the falls audit report on cost');
    expect(shown(replies[0])).toContain('I am not sure which publications you mean');
    await amira.clickButton(direct, replies[0]?.ts ?? '', 'comparison-form');
    const view = JSON.stringify(await modal('Compare'));
    expect(view).toContain('"value":"values"');
    expect(view).toContain('"initial_value":"cost"');
    expect(view).not.toContain('"value":"falls"');
  });

  test('does not know what not everybody may read', async () => {
    const { say } = await open();
    const { replies } = await say('Summarise the board paper');
    expect(shown(replies[0])).toContain('No publication that you may read fits');
    expect(shown(replies[0])).not.toContain('Board paper');
  });

  test('says what can be summarised, where a thread is meant', async () => {
    const { say, summaries } = await open();
    const { replies } = await say('Please summarise this thread');
    expect(shown(replies[0])).toContain('I do not read what people write to each other');
    expect(summaries.asked).toEqual([]);
  });

  test('says why there is no report in its place', async () => {
    const { say } = await open(() => {
      throw new ReportRefused('topic-unknown', 'The library has nothing about “zebras”.');
    });
    const { replies } = await say('brief me on zebras');
    expect(replies.map(({ text }) => text)).toEqual(['The library has nothing about “zebras”.']);
  });

  test('is looked up like any question where no publication is meant', async () => {
    const { ask, requests } = createScriptedAsk(() => answered(['Both matter.'], values));
    const { say, summaries } = await open(undefined, { ask });
    const { replies } = await say('Compare kindness and candour');
    expect(shown(replies[0])).toContain('Both matter.');
    expect(requests.map(({ question }) => question)).toEqual(['Compare kindness and candour']);
    expect(summaries.asked).toEqual([]);
  });

  test('in a thread among people is taken up only where it is clear what is meant', async () => {
    const { ask } = createScriptedAsk(() => ({
      kind: 'abstention',
      reason: 'nothing-relevant',
      nearest: [],
    }));
    const { amira, slack, below, quiet, summaries } = await open(
      ({ request }) => {
        if (request.topic !== undefined) throw new ReportRefused('topic-unknown', 'Nothing.');
        return reportOn(values);
      },
      { ask },
    );
    const { ts } = await amira.mention('general', 'How is success judged?');
    await quiet();
    const fromApp = () => below(ts, 'general').filter((message) => message.isFromApp);
    expect(fromApp()).toHaveLength(1);
    const say = (text: string) => slack.actAs('tom').post('general', text, { threadTs: ts });
    await say('Please summarise this thread, Amira');
    await say('and brief me on the weekend');
    await say('summarise the falls audit');
    await quiet();
    expect(fromApp()).toHaveLength(1);
    await say('summarise the common values');
    await quiet();
    expect(shown(fromApp()[1])).toContain(finding);
    expect(summaries.asked.map(({ kind }) => kind)).toEqual(['briefing', 'summary']);
  });

  test('comes with the command for the asker alone', async () => {
    const { amira, told, posted, summaries } = await open();
    await amira.slash('/ask', 'summarise the common values in one sentence', 'general');
    expect(shown(await told('general'))).toContain(finding);
    expect(posted('general')).toEqual([]);
    expect(summaries.asked).toMatchObject([{ request: { length: 'sentence' } }]);
  });

  test('is told back without what identifies a person', async () => {
    const { amira, told } = await open();
    await amira.slash('/ask', 'brief me on falls of jo@example.org', 'general');
    const said = shown(await told('general'));
    expect(said).toContain('falls of [email address]');
    expect(said).not.toContain('jo@example.org');
  });
});

describe('a message that asks for a report', () => {
  test('changes the reply when it is edited, also from a question and back', async () => {
    const { say, amira, direct, quiet, below, exchanges } = await open();
    const { ts, replies } = await say('How is success judged?');
    expect(shown(replies[0])).toContain('Success is judged by outcomes.');
    await amira.edit(direct, ts, 'Summarise the common values');
    await quiet();
    expect(below(ts)).toHaveLength(1);
    expect(shown(below(ts)[0])).toContain(finding);
    expect(shown(below(ts)[0])).toContain('Answered again after the question was edited.');
    expect(await exchanges.latest(`${direct}:${ts}`, 9)).toEqual([]);
    await amira.edit(direct, ts, 'How is success judged?');
    await quiet();
    expect(shown(below(ts)[0])).toContain('Success is judged by outcomes.');
  });

  test('takes the reply with it when it is deleted', async () => {
    const { say, amira, direct, quiet, below } = await open();
    const { ts, replies } = await say('Summarise the common values');
    expect(replies).toHaveLength(1);
    await amira.delete(direct, ts);
    await quiet();
    expect(below(ts)).toEqual([]);
  });

  test('can be stopped while it is written', async () => {
    const begun = Promise.withResolvers<void>();
    const never = Promise.withResolvers<never>();
    const { amira, direct, quiet, below, slack } = await open(async ({ request }) => {
      request.onProgress?.({ kind: 'section', number: 7, of: 21, heading: null });
      request.signal?.addEventListener('abort', () => never.reject(request.signal?.reason));
      begun.resolve();
      await never.promise;
      return reportOn(falls);
    });
    const { ts } = await amira.directMessage('Summarise the common values');
    await begun.promise;
    await expect.poll(() => slack.agentThread(direct, ts).status).toBe('Section 7 of 21…');
    await amira.stopAnswer(direct, ts);
    await quiet();
    expect(below(ts).map(({ text }) => text)).toEqual(['Stopped. Ask again whenever you like.']);
  });
});
