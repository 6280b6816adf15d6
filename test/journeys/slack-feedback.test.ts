import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../src/playground/blocks/validate-blocks.ts';
import { answerMessages } from '../../src/slack/blocks/answer-messages.ts';
import { createQuotedLibrary } from '../fakes/quoted-library.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { createScriptedAsk } from '../fakes/scripted-ask.ts';
import { callMethod } from '../playground/support/call-method.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

/** Amira has asked in #general and got an answer of which people can say what they think. */
async function answeredInGeneral() {
  const library = createQuotedLibrary();
  const { log, entries } = createRecordingLog();
  const { ask } = createScriptedAsk(() => library.answer);
  const journey = await start({ ask, library: library.view, log });
  const { slack, feedback } = journey;
  const asked = await slack.actAs('amira').mention('general', 'How should we judge success?');
  const reply = await slack.waitForReply({ channel: 'general', threadTs: asked.ts }, 3_000);
  const exchangeId = /"value":"([^":]+):helpful"/.exec(JSON.stringify(reply.blocks))?.[1] ?? '';
  const press = (person: string, verdict: 'helpful' | 'not-helpful', ts = reply.ts) =>
    slack.actAs(person).clickButton('general', ts, 'give-feedback', `${exchangeId}:${verdict}`);
  const kept = (person: string) => feedback.find(exchangeId, slack.actAs(person).userId);
  const whispers = (person: string) =>
    slack.ephemeralMessages('general', person).map(({ text }) => text);
  const formOf = async (person: string) => {
    await expect.poll(() => slack.actAs(person).modal?.callbackId).toBe('feedback-reason');
    return slack.actAs(person).modal;
  };
  return { ...journey, library, exchangeId, press, kept, whispers, formOf, entries };
}

describe('somebody who presses Helpful', () => {
  test('is thanked, and it is saved', async () => {
    const { press, kept, whispers, slack } = await answeredInGeneral();
    await press('tom', 'helpful');
    await expect.poll(() => whispers('tom').join()).toContain('Thank you');
    expect(await kept('tom')).toMatchObject({ verdict: 'helpful', reason: null, note: null });
    expect(slack.actAs('tom').modal).toBeNull();
    expect(await kept('amira')).toBeNull();
  });

  test('under an answer that they alone see can do so just the same', async () => {
    const { press, kept, whispers, slack, exchangeId, library } = await answeredInGeneral();
    const [content] = answerMessages({ id: exchangeId, answer: library.answer }, []);
    const tom = slack.actAs('tom');
    const channel = slack.messages('general')[0]?.channel ?? '';
    const { body } = await callMethod(slack, 'chat.postEphemeral', {
      channel,
      user: tom.userId,
      ...content,
    });
    await press('tom', 'helpful', String(body.message_ts));
    await expect.poll(() => whispers('tom').join()).toContain('Thank you');
    expect(await kept('tom')).toMatchObject({ verdict: 'helpful' });
    await tom.clickButton('general', String(body.message_ts), 'show-quote-1');
    await expect.poll(() => tom.modal?.title?.text).toBe('Source 1');
  });
});

describe('somebody who presses Not helpful', () => {
  test('is asked why; the reason is kept with its citation, without what identifies a patient', async () => {
    const { press, kept, formOf, slack } = await answeredInGeneral();
    await press('tom', 'not-helpful');
    const form = await formOf('tom');
    expect(validateBlocks(form?.blocks, 'modal')).toEqual([]);
    expect(JSON.stringify(form?.blocks)).toContain('[1] Common values');
    // Saved already, whatever becomes of the form.
    expect(await kept('tom')).toMatchObject({ verdict: 'not-helpful', reason: null });
    const { errors, view } = await slack.actAs('tom').submitView({
      reason: 'wrong-source',
      citation: '1',
      note: 'Ask a.patient@example.org',
    });
    expect(errors).toEqual({});
    expect(JSON.stringify(view?.blocks)).toContain('Your reason is saved');
    expect(await kept('tom')).toMatchObject({
      verdict: 'not-helpful',
      reason: 'wrong-source',
      citation: 1,
      note: 'Ask [email address]',
    });
  });

  test('need not say why, and can do so later; what they said is filled in', async () => {
    const { press, kept, formOf, slack } = await answeredInGeneral();
    await press('tom', 'not-helpful');
    await formOf('tom');
    await slack.actAs('tom').closeView();
    expect(await kept('tom')).toMatchObject({ verdict: 'not-helpful', reason: null });
    await press('tom', 'not-helpful');
    await formOf('tom');
    await slack.actAs('tom').submitView({ reason: 'incomplete', note: 'Since when?' });
    expect(await kept('tom')).toMatchObject({ reason: 'incomplete', citation: null });
    await press('tom', 'not-helpful');
    const form = JSON.stringify((await formOf('tom'))?.blocks);
    expect(form).toContain('"initial_value":"Since when?"');
    expect(form).toMatch(/"initial_option":\{[^}]*\{[^}]*\},"value":"incomplete"/);
    expect(await kept('tom')).toMatchObject({ reason: 'incomplete', note: 'Since when?' });
  });

  test('is asked to choose a reason', async () => {
    const { press, formOf, slack, kept } = await answeredInGeneral();
    await press('tom', 'not-helpful');
    await formOf('tom');
    const { errors } = await slack.actAs('tom').submitView({ note: 'Hm.' });
    expect(Object.keys(errors)).toEqual(['reason']);
    expect(await kept('tom')).toMatchObject({ reason: null, note: null });
  });

  test('and then Helpful has changed their mind, and the reason is gone', async () => {
    const { press, kept, formOf, slack, whispers, feedback } = await answeredInGeneral();
    await press('tom', 'not-helpful');
    await formOf('tom');
    await slack.actAs('tom').submitView({ reason: 'unclear' });
    await press('tom', 'helpful');
    await expect.poll(() => whispers('tom').join()).toContain('Thank you');
    expect(await kept('tom')).toMatchObject({ verdict: 'helpful', reason: null });
    expect(await feedback.since(0)).toHaveLength(1);
  });

  test('twice in haste has one row', async () => {
    const { press, feedback, formOf } = await answeredInGeneral();
    await Promise.all([press('tom', 'not-helpful'), press('tom', 'not-helpful')]);
    await formOf('tom');
    expect(await feedback.since(0)).toHaveLength(1);
  });

  test('too late for the form is told that it is saved, and how to say why', async () => {
    const { press, kept, whispers, slack } = await answeredInGeneral();
    slack.faults.failNext('views.open', { status: 200, error: 'expired_trigger_id' });
    await press('tom', 'not-helpful');
    await expect.poll(() => whispers('tom').join()).toMatch(/^Saved: .* press “Not helpful” again/);
    expect(await kept('tom')).toMatchObject({ verdict: 'not-helpful' });
  });

  test('does not see the title of a source they may not read any more', async () => {
    const { press, formOf, library } = await answeredInGeneral();
    library.change({ audience: 'staff' });
    await press('tom', 'not-helpful');
    const form = JSON.stringify((await formOf('tom'))?.blocks);
    expect(form).toContain('[1]');
    expect(form).not.toContain('Common values');
  });
});

test('somebody who knows that the library does answer can say so', async () => {
  const { ask } = createScriptedAsk(() => ({
    kind: 'abstention',
    reason: 'nothing-relevant',
    nearest: [],
  }));
  const journey = await start({ ask });
  const { slack, feedback } = journey;
  const amira = slack.actAs('amira');
  const asked = await amira.directMessage('What does a scan cost?');
  const channel = amira.directMessageChannel;
  const reply = await slack.waitForReply({ channel, threadTs: asked.ts }, 5_000);
  const value = /"value":"([^"]+:not-helpful)"/.exec(JSON.stringify(reply.blocks))?.[1] ?? '';
  await amira.clickButton(channel, reply.ts, 'give-feedback', value);
  await expect.poll(() => amira.modal?.callbackId).toBe('feedback-reason');
  const { errors } = await amira.submitView({ reason: 'incomplete', note: 'See page 4.' });
  expect(errors).toEqual({});
  expect(await feedback.since(0)).toEqual([
    expect.objectContaining({ reason: 'incomplete', citation: null, note: 'See page 4.' }),
  ]);
});

describe('feedback on an answer whose record was deleted', () => {
  test('is refused with the reason, at the button and in the form', async () => {
    const { press, exchanges, exchangeId, whispers, formOf, slack, kept } =
      await answeredInGeneral();
    await press('tom', 'not-helpful');
    await formOf('tom');
    await exchanges.forget(exchangeId);
    const { view } = await slack.actAs('tom').submitView({ reason: 'wrong' });
    expect(JSON.stringify(view?.blocks)).toContain('The record of this answer was deleted');
    await press('amira', 'helpful');
    await expect.poll(() => whispers('amira').join()).toContain('was deleted');
    expect(await kept('tom')).toBeNull();
  });
});

describe('when saving fails', () => {
  test('the form is replaced by what failed, with a reference that the log has', async () => {
    const { press, formOf, slack, database, entries } = await answeredInGeneral();
    await press('tom', 'not-helpful');
    await formOf('tom');
    await database.db.schema.dropTable('feedback').execute();
    const { view } = await slack.actAs('tom').submitView({ reason: 'wrong', note: 'Private.' });
    const shown = JSON.stringify(view?.blocks);
    expect(shown).toContain('Your reason could not be saved');
    const [, reference] = /Reference: (C-[0-9a-f]{8})/.exec(shown) ?? [];
    expect(entries.filter(({ msg }) => msg === 'interaction-failed')).toEqual([
      expect.objectContaining({ reference, interaction: 'feedback-reason' }),
    ]);
    expect(JSON.stringify(entries)).not.toContain('Private.');
  });
});
