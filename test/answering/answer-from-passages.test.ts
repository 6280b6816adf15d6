import { describe, expect, test } from 'vitest';
import { type Answered, answerFromPassages, countTerms } from '../../src/answering/index.ts';
import { type ScriptedText, scriptPassages, terms } from './scripted-search.ts';

const filler: ScriptedText = {
  text: 'The car park has forty spaces and closes at ten. Visitors pay at the machine near the gate.',
};

function ask(question: string, ...texts: ScriptedText[]) {
  const { found, texts: stored } = scriptPassages([...texts, filler]);
  const statistics = countTerms(
    [...texts, filler].map(({ text }) => text),
    terms,
  );
  return answerFromPassages({ question, found, statistics, texts: stored });
}

function answered(question: string, ...texts: ScriptedText[]): Answered {
  const { answer } = ask(question, ...texts);
  if (answer.kind !== 'answer') throw new Error(`abstained: ${answer.reason}`);
  return answer;
}

const values = {
  text: `# Values

The two bodies share three common values:

patients take part in decisions about their care;
success is measured by outcomes for the patient;
local health economies find local solutions.

Who agreed the common values in July?

They were agreed by leaders of housing in July 2014.`,
};

describe('an answer from passages', () => {
  test('gives every item of a list, the first with what leads in to it', () => {
    const { claims } = answered('What are the common values?', values);
    expect(claims.map(({ text }) => text)).toEqual([
      'The two bodies share three common values: patients take part in decisions about their care;',
      'success is measured by outcomes for the patient;',
      'local health economies find local solutions.',
    ]);
  });

  test('quotes what stands at the places it names', () => {
    const { claims } = answered('What are the common values?', values);
    for (const { quotes } of claims) {
      for (const { ranges, text } of quotes) {
        expect(ranges.map(({ start, end }) => values.text.slice(start, end)).join(' … ')).toBe(
          text,
        );
      }
    }
  });

  test('quotes the sentence before one that points back to it', () => {
    const text = 'The housing pilot began in Harrowfen in May. It cost £12,000 in the first year.';
    const { claims } = answered('How much did the housing pilot cost?', { text });
    expect(claims[0]?.text).toBe(text);
  });

  test('reads a table row with the names of its columns', () => {
    const text =
      'Figures of the bodies follow below.\n\nBody | Members | Staff\nAlliance | 9,000 | 12\nNetwork | 225 | 630,000';
    const { claims } = answered('How many members does the Network have?', { text });
    expect(claims[0]?.text).toBe('Network – Members: 225; Staff: 630,000');
    expect(claims[0]?.quotes[0]?.text).toBe('Body | Members | Staff … Network | 225 | 630,000');
  });

  test('prefers what holds to what is superseded, unless asked about then', () => {
    const old = {
      text: 'Discharge summaries may be sent by fax to the practice.',
      publication: {
        id: 'old',
        status: 'superseded' as const,
        supersededBy: 'The new policy',
        date: '2019-04-01',
      },
    };
    const current = {
      text: 'Fax is not used for discharge summaries.',
      publication: { id: 'new', title: 'The new policy' },
    };
    expect(
      answered('May discharge summaries be sent by fax?', old, current).sources[0]?.publication.id,
    ).toBe('new');
    expect(
      answered('In 2019, could discharge summaries be sent by fax?', old, current).sources[0]
        ?.publication.id,
    ).toBe('old');
  });

  test('never says headings, questions, contents lines or references', () => {
    const text = `# Common values of the partnership

Common values of the partnership ........ 12

What are the common values of the partnership?

[3] Smith J et al. Common values of the partnership. 2014. doi:10.1/2

The common values of the partnership begin with patients.`;
    const { claims } = answered('What are the common values of the partnership?', { text });
    expect(claims.map((claim) => claim.text)).toEqual([
      'The common values of the partnership begin with patients.',
    ]);
  });

  test('numbers sources in order of first use, one for each publication', () => {
    const first = {
      text: 'The housing pilot helped tenants. The housing pilot helped landlords too, in other ways entirely.',
    };
    const second = { text: 'Evaluators found that the housing pilot helped hospitals.' };
    const { claims, sources } = answered('What did the housing pilot help?', first, second);
    expect(sources.map(({ number }) => number)).toEqual(sources.map((_, index) => index + 1));
    expect(new Set(sources.map(({ publication }) => publication.id)).size).toBe(sources.length);
    expect(claims[0]?.citations).toEqual([1]);
  });

  test('takes no entry of a glossary for names of columns', () => {
    const text =
      'Words are explained here.\n\nVirtual ward | Hospital care at home, with daily review by the team that would treat the patient there\nPassport | Proof of training for staff who move between organisations';
    const { claims } = answered('What is a passport?', { text });
    expect(claims[0]?.text).toBe(
      'Passport: Proof of training for staff who move between organisations',
    );
  });

  test('leaves the number of a paragraph to its quote', () => {
    const text = '4.12. The housing strategy was reviewed in Harrowfen.';
    const { claims } = answered('Where was the housing strategy reviewed?', { text });
    expect(claims[0]?.text).toBe('The housing strategy was reviewed in Harrowfen.');
    expect(claims[0]?.quotes[0]?.text).toBe(text);
  });

  test('completes a list that its passage cuts, with what leads in to it', () => {
    const { found, texts } = scriptPassages([values, filler]);
    const [first] = found.passages;
    if (first === undefined) throw new Error('no passage');
    const start = values.text.indexOf('success is measured');
    const end = values.text.indexOf('\n\nWho agreed');
    first.passage = {
      ...first.passage,
      characterStart: start,
      characterEnd: end,
      text: values.text.slice(start, end),
    };
    const statistics = countTerms([values.text, filler.text], terms);
    const { answer } = answerFromPassages({
      question: 'What are the common values?',
      found,
      statistics,
      texts,
    });
    expect(answer.kind === 'answer' && answer.claims.map(({ text }) => text)).toEqual([
      'The two bodies share three common values: patients take part in decisions about their care;',
      'success is measured by outcomes for the patient;',
      'local health economies find local solutions.',
    ]);
  });

  test('does not say the same twice', () => {
    const text = 'Success is measured by outcomes for patients.';
    const { claims } = answered('How is success measured?', { text }, { text });
    expect(claims).toHaveLength(1);
  });
});

describe('an abstention', () => {
  test('names the nearest publications when no sentence answers', () => {
    const { answer, confidence } = ask('Who won the football league in Bavaria?', values);
    expect(answer).toMatchObject({ kind: 'abstention', reason: 'evidence-too-weak' });
    expect(
      answer.kind === 'abstention' && answer.nearest.map(({ publication }) => publication.id),
    ).toEqual(['publication-0', 'publication-1']);
    expect(confidence).toBeLessThan(0.5);
  });

  test('is likelier when the question names what the library nowhere holds', () => {
    const known = ask('How is success measured for the patient?', values).confidence;
    const unknown = ask(
      'How is success measured for the patient in Ulaanbaatar?',
      values,
    ).confidence;
    expect(unknown).toBeLessThan(known / 2);
  });

  test('comes rather than the figure of another place', () => {
    const north = { text: 'Admissions in Northmere fell by 28% in the first year of the service.' };
    const stone = { text: 'The diagnostic hub in Stonelark employs 118 people in a former shop.' };
    const question = (place: string) =>
      `By how much did admissions in ${place} fall in the first year?`;
    const right = ask(question('Northmere'), north, stone);
    const wrong = ask(question('Stonelark'), north, stone);
    expect(right.answer.kind).toBe('answer');
    expect(wrong.confidence).toBeLessThan(0.75 * right.confidence);
  });

  test('tells an empty library from one without anything near', () => {
    const { found } = scriptPassages([]);
    const statistics = countTerms([], terms);
    const reasonWith = (searched: number) =>
      answerFromPassages({
        question: 'Why?',
        found: { ...found, signals: { ...found.signals, searched } },
        statistics,
      }).answer;
    expect(reasonWith(0)).toMatchObject({ reason: 'library-empty' });
    expect(reasonWith(9)).toMatchObject({ reason: 'nothing-relevant' });
  });

  test('is surer the more of the question is found', () => {
    const all = ask('How is success measured by outcomes for the patient?', values).confidence;
    const some = ask('How is success of helicopters measured on Sundays?', values).confidence;
    expect(all).toBeGreaterThan(some);
  });
});
