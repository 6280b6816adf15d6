import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../../src/notices/index.ts';
import { type CardsThere, noCards } from '../../../../src/slack/notices/composing/cards-there.ts';
import { previewFacts } from '../../../../src/slack/notices/composing/preview-facts.ts';
import type { Reach } from '../../../../src/slack/notices/composing/reach.ts';
import { sampleSession } from '../../../notices/sample-notice.ts';

const now = Date.parse('2026-11-22T15:00:00Z');
const zone = 'Europe/London';
/** From seven in the evening to eight in the morning. */
const nights = { from: 19 * 60, to: 8 * 60, weekends: false, zone };
const nobody: Reach = {
  people: 0,
  isComplete: true,
  notIn: [],
  archived: [],
  outsiders: [],
  shared: [],
};

function facts(
  change: Partial<Notice> = {},
  options: {
    reach?: Partial<Reach>;
    cards?: CardsThere;
    quiet?: typeof nights;
    needsApproval?: boolean;
  } = {},
): string {
  const { quiet = null, needsApproval = false, cards = noCards } = options;
  const notice = sampleSession({ state: 'draft', announceAt: null, ...change });
  const reach = { ...nobody, ...options.reach };
  return JSON.stringify(previewFacts({ notice, reach, cards, zone, quiet, needsApproval, now }));
}

describe('the facts of a preview', () => {
  test('say times in full, with the zone', () => {
    const shown = facts({ announceAt: Date.parse('2026-11-23T09:00:00Z') });
    expect(shown).toContain('*When:* Tuesday, 24 November 2026, 14:00 – 15:30 (Europe/London)');
    expect(shown).toContain('*Announced:* Monday, 23 November 2026, 09:00 (Europe/London)');
    expect(shown).toContain('Tuesday, 24 November 2026, 13:00 (Europe/London)');
  });

  test('say what quiet hours do', () => {
    const early = sampleSession({}, { start: '2026-11-24T08:30', end: '2026-11-24T09:30' });
    const change = { details: early.details, announceAt: Date.parse('2026-11-22T22:00:00Z') };
    const shown = facts(change, { quiet: nights });
    expect(shown).toContain('these are quiet hours; it is sent all the same');
    expect(shown).toContain('Tuesday, 24 November 2026, 08:00, moved out of quiet hours');
    expect(facts(change)).not.toContain('quiet hours');
  });

  test('say at least how many, when not all could be looked up', () => {
    expect(facts({}, { reach: { people: 1 } })).toContain('*1 person* in all');
    const shown = facts({}, { reach: { people: 1_234, isComplete: false } });
    expect(shown).toContain('*at least 1,234 people* in all');
    expect(shown).toContain('Not all channels could be looked up in time');
  });

  test('name channels that are archived, hidden or shared, and who may not see it', () => {
    const reach = { notIn: ['C1'], archived: ['C2'], shared: ['C3'] };
    const shown = facts({}, { reach });
    expect(shown).toContain('Concord is not in <#C1>. Write `/invite @Concord` there');
    expect(shown).toContain('<#C2>: archived');
    expect(shown).toContain('<#C3>: shared with another organisation');
    expect(facts({ audience: 'public' }, { reach })).not.toContain('shared with');
    const guest = { outsiders: [{ person: 'U9', channel: 'C1' }] };
    expect(facts({ audience: 'leads' }, { reach: guest })).toContain('<@U9> in <#C1>');
    expect(facts({ audience: 'public' }, { reach: guest })).not.toContain('U9');
  });

  test('name whose card is put right, and what they are not shown', () => {
    const reach = { outsiders: [{ person: 'U9', channel: 'C1' }] };
    const moved = facts({}, { reach, cards: { places: ['C1'], tried: ['C1'], isNew: [] } });
    expect(moved).toContain('have its card before them: <@U9> in <#C1>. Its time and place');
    expect(moved).not.toContain('is not shown');
    const added = facts(
      {},
      { reach, cards: { places: ['C1'], tried: ['C1'], isNew: ['text', 'papers'] } },
    );
    expect(added).toContain('What else is new there (text, papers) is not shown');
    const cards: CardsThere = { places: ['C1'], tried: ['C1'], isNew: ['text'] };
    expect(facts({}, { reach: { isComplete: false }, cards })).toContain(
      'It is not known who is in all channels.',
    );
  });

  test('say that somebody has to agree first', () => {
    expect(facts({}, { needsApproval: true })).toContain('at once after somebody has agreed');
  });
});
