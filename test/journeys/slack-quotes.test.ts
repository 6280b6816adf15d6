import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../src/playground/blocks/validate-blocks.ts';
import { createQuotedLibrary, type QuotedLibrary } from '../fakes/quoted-library.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { createScriptedAsk } from '../fakes/scripted-ask.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

/** Amira has asked in #general and got an answer; whoever presses its button. */
async function answeredInGeneral(library: QuotedLibrary = createQuotedLibrary()) {
  const { log, entries } = createRecordingLog();
  const { ask } = createScriptedAsk(() => library.answer);
  const journey = await start({ ask, library: library.view, log });
  const { slack } = journey;
  const asked = await slack.actAs('amira').mention('general', 'How should we judge success?');
  const reply = await slack.waitForReply({ channel: 'general', threadTs: asked.ts }, 3_000);
  const press = (person: string, actionId = 'show-quote-1') =>
    slack.actAs(person).clickButton('general', reply.ts, actionId);
  const modalOf = (person: string) => slack.actAs(person).modal;
  const shown = (person: string) =>
    expect.poll(() => JSON.stringify(modalOf(person)?.blocks ?? ''));
  const whispers = (person: string) =>
    slack.ephemeralMessages('general', person).map(({ text }) => text);
  return { ...journey, library, reply, press, modalOf, shown, whispers, entries };
}

describe('the quotes of a source', () => {
  test('are shown in their context, the words marked, with what they back', async () => {
    const { press, modalOf, shown, library } = await answeredInGeneral();
    const { acknowledged } = await press('tom');
    expect(acknowledged).toBe(true);
    await shown('tom').toContain('Common values');
    const modal = modalOf('tom');
    expect(modal?.title?.text).toBe('Source 1');
    expect(validateBlocks(modal?.blocks, 'modal')).toEqual([]);
    const quote = modal?.blocks.find(({ type }) => type === 'rich_text') as unknown as {
      elements: { elements: { text: string; style?: { bold: boolean } }[] }[];
    };
    const parts = quote.elements[0]?.elements ?? [];
    expect(parts.map(({ text }) => text).join('')).toBe(
      library.text.text.replace(library.quoted, `»${library.quoted}«`),
    );
    expect(parts.filter(({ style }) => style?.bold).map(({ text }) => text)).toEqual([
      library.quoted,
    ]);
    const text = JSON.stringify(modal?.blocks);
    expect(text).toContain('These words are given as they stand.');
    expect(text).toContain('section “Outcomes”');
    expect(text).toContain('https://library.example/common-values');
  });

  test('are shown as they were checked when the publication has changed since', async () => {
    const { press, shown, library } = await answeredInGeneral();
    library.text = { text: 'Quite another text.', pageStarts: [], headings: [] };
    await press('tom');
    await shown('tom').toContain('has changed since it was quoted');
    await shown('tom').toContain(library.quoted);
    await shown('tom').not.toContain('Quite another text');
  });

  test.each([
    ['retracted', { status: 'retracted' as const }, 'Retracted'],
    [
      'superseded',
      { status: 'superseded' as const, supersededBy: 'Values 2020' },
      'Superseded by Values 2020',
    ],
    ['retired', { retiredAt: 1 }, 'taken out of the library'],
  ])('say that the publication is %s by now', async (_name, change, words) => {
    const { press, shown, library } = await answeredInGeneral();
    library.change(change);
    await press('tom');
    await shown('tom').toContain(words);
    await shown('tom').toContain(library.quoted);
  });

  test('are not shown while the publication is under embargo', async () => {
    const { press, shown, library } = await answeredInGeneral();
    const embargoedUntil = Date.UTC(2099, 0, 2);
    library.change({ embargoedUntil });
    await press('tom');
    await shown('tom').toContain('under embargo until 2 January 2099');
    await shown('tom').not.toContain(library.quoted);
  });

  test('are shown to those who may read the publication now, whatever they might before', async () => {
    const { press, shown, slack, library } = await answeredInGeneral();
    slack.administer.changePerson('tom', { kind: 'guest' });
    await slack.settled(3_000);
    await press('tom');
    await shown('tom').toContain('You may not read this publication now');
    await shown('tom').not.toContain(library.quoted);
    await press('amira');
    await shown('amira').toContain(library.quoted);
    library.change({ audience: 'staff' });
    await press('amira');
    await shown('amira').toContain('You may not read this publication now');
  });

  test('are gone with the record of the answer', async () => {
    const { press, shown, exchanges, reply } = await answeredInGeneral();
    const value = /"value":"([^":]+):1"/.exec(JSON.stringify(reply.blocks))?.[1] ?? '';
    await exchanges.forget(value);
    await press('tom');
    await shown('tom').toContain('The record of this answer was deleted');
  });

  test('can be asked for again when Slack no longer lets them be shown', async () => {
    const { press, modalOf, shown, slack, whispers } = await answeredInGeneral();
    slack.faults.failNext('views.open', { status: 200, error: 'expired_trigger_id' });
    await press('tom');
    await expect
      .poll(() => whispers('tom'))
      .toEqual(['That took too long for Slack to show it. Please press the button again.']);
    expect(modalOf('tom')).toBeNull();
    await press('tom');
    await shown('tom').toContain('Common values');
  });

  test('are shown once more at a second press, without harm', async () => {
    const { press, shown, whispers } = await answeredInGeneral();
    await Promise.all([press('tom'), press('tom')]);
    await shown('tom').toContain('Common values');
    expect(whispers('tom')).toEqual([]);
  });
});

describe('when showing fails', () => {
  test('the person is told with a reference that the log has, and no text of the answer', async () => {
    const { press, library, whispers, entries } = await answeredInGeneral();
    library.view.publication = async () => {
      throw new Error(`cannot read ${library.quoted}`);
    };
    await press('tom');
    await expect.poll(() => whispers('tom').join()).toMatch(/^The quote could not be shown\./);
    const [, reference] = /Reference: (C-[0-9a-f]{8})/.exec(whispers('tom').join()) ?? [];
    const logged = entries.filter((entry) => entry.msg === 'interaction-failed');
    expect(logged).toEqual([expect.objectContaining({ reference, interaction: 'quote-show' })]);
    expect(JSON.stringify(entries)).not.toContain(library.quoted);
  });

  test('because Slack is in trouble, they are told to try again', async () => {
    const { press, slack, whispers } = await answeredInGeneral();
    slack.faults.failNext('views.open', { status: 503 });
    await press('tom');
    await expect.poll(() => whispers('tom').join()).toContain('Please try again in a moment');
  });

  test('because Slack refuses what is shown, they are told that trying again will not help', async () => {
    const { press, slack, whispers } = await answeredInGeneral();
    slack.faults.failNext('views.open', { status: 200, error: 'invalid_arguments' });
    await press('tom');
    await expect.poll(() => whispers('tom').join()).toContain('Trying again will not help');
  });
});
