import { describe, expect, test } from 'vitest';
import { type Answered, answerFromPassages, countTerms } from '../../../src/answering/index.ts';
import { type ScriptedText, scriptPassages, terms } from '../scripted-search.ts';

const filler: ScriptedText = {
  text: 'The car park has forty spaces and closes at ten. Visitors pay at the machine near the gate.',
};

function claimsOf(question: string, ...given: (string | ScriptedText)[]): string[] {
  const texts = [
    ...given.map((each) => (typeof each === 'string' ? { text: each } : each)),
    filler,
  ];
  const { found, texts: stored } = scriptPassages(texts);
  const statistics = countTerms(
    texts.map(({ text }) => text),
    terms,
  );
  const { answer } = answerFromPassages({ question, found, statistics, texts: stored });
  if (answer.kind !== 'answer') throw new Error(`abstained: ${answer.reason}`);
  return (answer satisfies Answered).claims.map(({ text }) => text);
}

describe('what is said first', () => {
  test('what a thing is, before what else is told of it', () => {
    const text =
      'Ministers were shown what a red team can do. Red teams are groups of outsiders who challenge a plan.';
    expect(claimsOf('What is a red team?', text)[0]).toBe(
      'Red teams are groups of outsiders who challenge a plan.',
    );
  });

  test('the number of what is counted, before other numbers', () => {
    const text =
      'In 2014 the virtual ward looked after patients of the valley. The virtual ward looked after 241 patients at home.';
    expect(claimsOf('How many patients did the virtual ward look after?', text)[0]).toBe(
      'The virtual ward looked after 241 patients at home.',
    );
  });

  test('what is said of others than the one asked about, last', () => {
    const text =
      '# The Alliance and its values\n\nThe FTN published the values in May 2014. The two published the values together in July 2014.';
    expect(claimsOf('When did the Alliance publish the values?', text)[0]).toMatch(/July/);
  });

  test('what came of it, before what was once claimed of it', () => {
    const text =
      'The clinic claimed that the new rota reduced missed visits. An audit found that the new rota reduced missed visits by 4%.';
    expect(claimsOf('Did the new rota reduce missed visits?', text)[0]).toMatch(/^An audit/);
  });

  test('the sentence that gives a reason, where one is asked for', () => {
    const text =
      'Visitors like the place. The board explained how the hub budget grew in May. The hub budget grew because the floor had to be strengthened.';
    expect(claimsOf('Why did the hub budget grow?', text)[0]).toMatch(/because the floor/);
  });

  test('the matter itself, before what a publication says of itself', () => {
    const text =
      'This paper describes how the falls car is staffed.\n\nThe falls car is staffed by a paramedic and a therapist.';
    expect(claimsOf('Who is the falls car staffed by?', text)[0]).toMatch(/paramedic/);
  });
});

test('what a publication says of itself answers questions about the publication', () => {
  const text =
    'This policy sets out what the hospital does when a patient leaves. The hospital calls the practice when a patient leaves.';
  expect(claimsOf('What does the policy set out?', text)[0]).toMatch(/^This policy/);
  expect(claimsOf('What does the hospital do when a patient leaves?', text)[0]).toMatch(
    /^The hosp/,
  );
});

describe('what is left out', () => {
  test('a table row next to the sentence that decides', () => {
    const text =
      'Fax is no longer used for discharge summaries.\n\nDocument | Received by | Within\nDischarge summaries | Not by fax | 24 hours';
    expect(claimsOf('Can we still fax discharge summaries?', text)).toEqual([
      'Fax is no longer used for discharge summaries.',
    ]);
  });

  test('a paragraph that says which figures are invented', () => {
    const text =
      'Illustrative example: the housing officers are invented. What housing officers do on the ward is real.\n\nTwo housing officers work on the ward.';
    expect(claimsOf('What do the housing officers do on the ward?', text)).toEqual([
      'Two housing officers work on the ward.',
    ]);
  });

  test('a sentence in brackets after the one it belongs to', () => {
    const text =
      'The falls car is staffed by paramedics by day. (The falls car is staffed by therapists of the neighbouring trust on Sundays.)';
    expect(claimsOf('How is the falls car staffed?', text)).toEqual([
      'The falls car is staffed by paramedics by day.',
    ]);
  });

  test('a sentence that another claim repeats in order to be understood', () => {
    const text =
      'The country was prepared for a pandemic of influenza like that of autumn 1957. It was, for a pandemic caused by another virus, a country ill prepared.';
    expect(claimsOf('Was the country prepared for a pandemic?', text)).toEqual([text]);
  });

  test('notes that only point to a document', () => {
    const text =
      '59 INQ000177796_0010 on the exercise held in Wales in 2014, para 4\n\n60 See Appendix 2 on the exercise held in Wales in 2014\n\nThe exercise was held in Wales in 2014.';
    expect(claimsOf('When was the exercise held in Wales?', text)).toEqual([
      'The exercise was held in Wales in 2014.',
    ]);
  });
});

describe('what is read as one', () => {
  test('a term that opens a paragraph, with the words that explain it', () => {
    const text =
      'Integrated care board (ICB). The body that plans services for its area. ICBs began in 2022.';
    expect(claimsOf('What is an ICB?', text)[0]).toBe(
      'Integrated care board (ICB). The body that plans services for its area.',
    );
  });

  test('a sentence that a page break cuts', () => {
    const text =
      'The inquiry makes ten recommendations relating\n\nto the resilience of the country.';
    expect(claimsOf('How many recommendations does the inquiry make?', text)).toEqual([
      'The inquiry makes ten recommendations relating to the resilience of the country.',
    ]);
  });

  test('a numbered paragraph whose number stands in a column of its own', () => {
    const text =
      'A1.2. | The inquiry held a public consultation on its draft terms of reference in the spring of 2022. It heard from 20,000 people.\nA1.3. | On 28 June 2022 the Prime Minister issued the final terms of reference, which established the inquiry under the Act.';
    expect(
      claimsOf('When did the Prime Minister issue the final terms of reference?', text)[0],
    ).toBe(
      'On 28 June 2022 the Prime Minister issued the final terms of reference, which established the inquiry under the Act.',
    );
  });

  test('a sentence that points back through another, from where its subject is named', () => {
    const text =
      'The team has four nurses. They work by day. However, at night an on-call geriatrician covers emergencies.';
    expect(claimsOf('Who covers emergencies at night?', text)[0]).toBe(text);
  });

  test('a lead-in that points back, with the sentence that says what it leads in to', () => {
    const text =
      'The service rests on three agreed rules. They are, in short:\n\nask the patient first;\nwrite down the agreed rules;\ntell the practice.';
    expect(claimsOf('What are the agreed rules of the service?', text)[0]).toBe(
      'The service rests on three agreed rules. They are, in short: ask the patient first;',
    );
  });
});

describe('a list of which several items answer', () => {
  test('is given whole when it is short', () => {
    const text =
      'The aim of the partnership is threefold:\n\nthe partnership brings its leaders together;\ngood practice is spread among practices;\nthe partnership publishes papers on its findings.';
    expect(claimsOf('How does the partnership work towards its findings?', text)).toEqual([
      'The aim of the partnership is threefold: the partnership brings its leaders together;',
      'good practice is spread among practices;',
      'the partnership publishes papers on its findings.',
    ]);
  });
});

describe('a comparison', () => {
  test('of two items of a list says what leads in to them once', () => {
    const text =
      'The strategies differ as follows:\n\nMitigation is meant to slow the spread.\nSuppression goes further and reverses the spread.';
    expect(claimsOf('What is the difference between mitigation and suppression?', text)).toEqual([
      'The strategies differ as follows: Mitigation is meant to slow the spread.',
      'Suppression goes further and reverses the spread.',
    ]);
  });

  const glossary =
    'Integrated care board (ICB). The body that plans services for its area. ICBs were established in July 2022.\n\nIntegrated care partnership (ICP). A committee formed by the ICB and the councils.\n\nIntegrated care system (ICS). The ICB, the ICP and all who work with them.';

  test('gives the definition of either side, in the order asked', () => {
    expect(claimsOf("What's the difference between an ICP and an ICB?", glossary)).toEqual([
      'Integrated care partnership (ICP). A committee formed by the ICB and the councils.',
      'Integrated care board (ICB). The body that plans services for its area.',
    ]);
  });

  test('of two publications takes a claim from each', () => {
    const first = {
      text: 'Admissions to the heart service fell by 28% in the first year.',
      publication: { id: 'first', title: 'The heart service: the first year' },
    };
    const second = {
      text: 'Admissions to the heart service fell by 9% against a comparison group in the first year.',
      publication: { id: 'second', title: 'Independent evaluation of the heart service' },
    };
    const claims = claimsOf('Compare the first year and the independent evaluation', second, first);
    expect(claims[0]).toMatch(/28%/);
    expect(claims[1]).toMatch(/9%/);
  });
});

describe('headings that number what is asked for', () => {
  const report = (...headings: string[]): ScriptedText => ({
    text: headings
      .map((heading) => `# ${heading}\n\nThe inquiry explains its recommendations at length here.`)
      .join('\n\n'),
    publication: { title: 'Report of the inquiry' },
  });
  const three = report(
    'Recommendation 1: A simpler structure',
    'Recommendation 2: Leadership from the centre',
    'Recommendation 3: Better assessment of risk',
  );

  // The scripted headings keep their mark; stored ones have none.
  const stored = (each: ScriptedText): ScriptedText => ({
    ...each,
    text: each.text.replaceAll('# ', ''),
    headings: [...each.text.replaceAll('# ', '').matchAll(/^Recommendation .+$/gm)].map(
      (match) => ({ offset: match.index, level: 2, text: match[0] }),
    ),
  });

  test('are the list, in their order', () => {
    expect(claimsOf("What were the inquiry's recommendations?", stored(three))).toEqual([
      'Recommendation 1: A simpler structure',
      'Recommendation 2: Leadership from the centre',
      'Recommendation 3: Better assessment of risk',
    ]);
  });

  test('are not, where one is missing or the question asks for some of them', () => {
    const gap = report(
      'Recommendation 1: A simpler structure',
      'Recommendation 3: Better assessment of risk',
      'Recommendation 4: Regular exercises',
    );
    const question = "What were the inquiry's recommendations?";
    expect(claimsOf(question, stored(gap))[0]).not.toMatch(/^Recommendation/);
    expect(
      claimsOf("What were the inquiry's recommendations at length on schools?", stored(three))[0],
    ).not.toMatch(/^Recommendation/);
  });
});
