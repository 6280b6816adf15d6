import { describe, expect, test } from 'vitest';
import { namePublications, readRequest } from '../../../src/summaries/index.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';

const old = samplePublication({
  id: 'old',
  source: 'discharge-2019.md',
  title: 'Discharge policy, Valley district (2019)',
  kind: 'policy',
  date: '2019-04-01',
  status: 'superseded',
  supersededBy: 'Discharge policy, Valley district (2024)',
});
const current = samplePublication({
  id: 'new',
  source: 'discharge-2024.md',
  title: 'Discharge policy, Valley district (2024)',
  kind: 'policy',
  date: '2024-05-01',
});
const passport = samplePublication({
  id: 'passport',
  source: 'passport.md',
  title: 'The workforce passport',
  kind: 'policy',
  date: '2024-01-15',
});
const falls = samplePublication({
  id: 'falls',
  source: 'falls-and-frailty.md',
  title: 'Falls and frailty: one car in Merrowdale',
  kind: 'case-study',
  date: '2024-02-20',
});
const firstYear = samplePublication({
  id: 'first-year',
  source: 'heart-1.md',
  title: 'A shared heart failure service: the first year',
  kind: 'case-study',
  date: '2021-06',
});
const evaluation = samplePublication({
  id: 'evaluation',
  source: 'heart-2.md',
  title: 'Independent evaluation of the heart failure service',
  kind: 'paper',
  date: '2022-11',
});
const publications = [old, current, passport, falls, firstYear, evaluation];

function named(typed: string) {
  const request = readRequest(typed);
  if (request.kind === 'question' || request.kind === 'conversation') throw new Error(typed);
  if (request.kind === 'briefing') throw new Error(typed);
  return namePublications(request, publications);
}

describe('publications that are named in passing', () => {
  test('one is known by its words, its year, its kind or what people call it', () => {
    const clear = (publicationId: string) => ({
      kind: 'clear',
      report: { kind: 'summary', publicationId, length: 'brief', reader: 'member' },
    });
    expect(named('summarise the 2019 discharge policy')).toEqual(clear('old'));
    expect(named('summarise the falls paper')).toEqual(clear('falls'));
    expect(named('summarise the workforce passport')).toEqual(clear('passport'));
    expect(named('summarise the heart failure evaluation')).toEqual(clear('evaluation'));
  });

  test('the policy is the one in force, not what it replaced', () => {
    expect(named('summarise the discharge policy')).toMatchObject({
      report: { publicationId: 'new' },
    });
    expect(named('summarise the old discharge policy')).toMatchObject({
      report: { publicationId: 'old' },
    });
  });

  test('where several fit, or nothing that is called a publication does, it is asked', () => {
    expect(named('summarise heart failure')).toMatchObject({
      kind: 'unclear',
      names: [{ match: 'several', publications: [{ id: expect.any(String) }, {}] }],
    });
    expect(named('summarise the King’s Fund report on winter')).toMatchObject({
      kind: 'unclear',
      names: [{ match: 'nearest' }],
    });
    expect(named('summarise the 2021 guidelines')).toMatchObject({ kind: 'unclear' });
  });

  test('several that share a name are compared where they are as many as was said', () => {
    const compared = (publicationIds: string[], columns: string[] = []) => ({
      kind: 'clear',
      report: { kind: 'comparison', publicationIds, columns },
    });
    expect(named('compare the two heart failure papers')).toEqual(
      compared(['first-year', 'evaluation']),
    );
    expect(named('compare the two papers on heart failure')).toEqual(
      compared(['first-year', 'evaluation']),
    );
    expect(named('compare both discharge policies on cost')).toEqual(
      compared(['old', 'new'], ['cost']),
    );
    expect(named('compare the three heart failure papers')).toMatchObject({
      kind: 'unclear',
      names: [{ match: 'several', publications: [{ id: 'first-year' }, { id: 'evaluation' }] }],
    });
    // Spelt alike is not enough to be counted.
    expect(named('compare the two fails papers').kind).toBe('nothing');
    expect(named('compare the two studies on pensions').kind).toBe('nothing');
  });

  test('key points are of a publication, or a question', () => {
    expect(named('key points of the workforce passport')).toMatchObject({
      kind: 'clear',
      report: { publicationId: 'passport' },
    });
    expect(named('key points of the heart failure report')).toMatchObject({ kind: 'unclear' });
    expect(named('key points of heart failure').kind).toBe('nothing');
    expect(named('key points of pensions').kind).toBe('nothing');
  });

  test('where no publication is spoken of, it may be a question', () => {
    expect(named('summarise the risks').kind).toBe('nothing');
    expect(named('compare kindness and candour').kind).toBe('nothing');
  });

  test('an “and” may be part of a name, and “on” lead to columns or to a name', () => {
    expect(
      named('compare Falls and frailty with the workforce passport on cost and staff'),
    ).toEqual({
      kind: 'clear',
      report: {
        kind: 'comparison',
        publicationIds: ['falls', 'passport'],
        columns: ['cost', 'staff'],
      },
    });
  });

  test('of two editions the earlier comes first, however they were named', () => {
    const changes = {
      kind: 'clear',
      report: { kind: 'changes', earlierId: 'old', laterId: 'new' },
    };
    expect(named('what has changed between the 2019 and the 2024 discharge policy?')).toEqual(
      changes,
    );
    // Two policies of 2024: the one that is an edition of the other is meant.
    expect(named('what has changed between the 2019 and the 2024 policy?')).toEqual(changes);
    expect(named('what is different between the new and the old discharge policy')).toEqual(
      changes,
    );
  });

  test('what is clear of several names is kept while the rest is asked', () => {
    expect(named('compare the workforce passport and the heart failure service')).toMatchObject({
      kind: 'unclear',
      names: [
        { match: 'one', publications: [{ id: 'passport' }] },
        { match: 'several', publications: [{}, {}] },
      ],
    });
  });
});
