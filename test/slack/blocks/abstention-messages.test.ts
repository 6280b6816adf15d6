import { describe, expect, test } from 'vitest';
import { abstentionMessages } from '../../../src/slack/blocks/abstention-messages.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';
import { textsOf } from './texts-of.ts';

describe('an abstention', () => {
  const nearest = [{ publication: samplePublication(), heading: 'Referral', page: null }];

  test('says so, names the nearest, and whom to ask', () => {
    const [message] = abstentionMessages(
      { id: 'exchange-1', answer: { kind: 'abstention', reason: 'nothing-relevant', nearest } },
      'C0HELP00000',
      [],
    );
    expect(textsOf(message?.blocks ?? [])).toEqual([
      'The library does not answer this.',
      '*Closest*',
      '• Common values · statement · October 2014 · on “Referral”',
      'A person can answer: ask in <#C0HELP00000>.',
    ]);
    expect(message?.text).not.toContain('<');
    expect(JSON.stringify(message?.blocks)).toContain('exchange-1:not-helpful');
  });

  test('says why before it names what is merely close', () => {
    const [message] = abstentionMessages(
      { id: 'exchange-1', answer: { kind: 'abstention', reason: 'evidence-too-weak', nearest } },
      null,
      ['Please ask again in English.'],
    );
    expect(textsOf(message?.blocks ?? []).slice(0, 3)).toEqual([
      'The library does not answer this.',
      'Please ask again in English.',
      '*Closest*',
    ]);
  });

  test('sends people nowhere when there is nobody to ask', () => {
    const [message] = abstentionMessages(
      { id: 'exchange-1', answer: { kind: 'abstention', reason: 'library-empty', nearest: [] } },
      null,
      [],
    );
    expect(textsOf(message?.blocks ?? [])).toEqual([
      'The library holds nothing yet that I may use here.',
    ]);
    expect(JSON.stringify(message?.blocks)).not.toContain('helpful');
  });
});
