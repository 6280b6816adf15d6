import { expect, test } from 'vitest';
import { samplePublication } from '../fakes/sample-publication.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const papers = Array.from({ length: 12 }, (_, index) =>
  samplePublication({
    id: `paper-${index}`,
    title: `Falls at home ${index}`,
    kind: 'paper',
    date: `${2010 + index}`,
    authors: ['Ann Author'],
  }),
);
const policy = samplePublication({
  id: 'policy',
  title: 'Discharge <!channel> policy',
  kind: 'policy',
  date: '2001',
  status: 'superseded',
  supersededBy: 'Discharge 2',
  link: 'https://library.example/discharge',
});
const secret = samplePublication({ id: 'secret', title: 'For leads', audience: 'leads' });

async function open() {
  const library = createScriptedLibrary({ publications: [...papers, policy, secret] });
  const text = 'We write about discharge. It is a policy of all partners.';
  const journey = await start({
    ask: createScriptedAsk(() => answered(['An answer.'])).ask,
    library: {
      ...library,
      text: async () => ({ text, pageStarts: [], headings: [] }),
    },
  });
  const amira = journey.slack.actAs('amira');
  await amira.openHome();
  await expect.poll(() => amira.home).not.toBeNull();
  await amira.actOnHome('library-browse');
  await expect.poll(() => amira.modal?.title?.text).toBe('Library');
  const shown = () => JSON.stringify(amira.modal?.blocks ?? '').replaceAll('\u00a0', ' ');
  return { ...journey, amira, shown };
}

test('somebody looks through what they may read, page by page and kind by kind', async () => {
  const { amira, shown } = await open();
  expect(shown()).toContain('13 publications, page 1 of 2.');
  expect(shown()).toContain('Falls at home 11');
  expect(shown()).not.toContain('For leads');
  await amira.actInModal('library-next');
  await expect.poll(shown).toContain('page 2 of 2');
  expect(shown()).toContain('Superseded by Discharge 2');
  await amira.actInModal('library-kind', 'policy');
  await expect.poll(shown).toContain('1 publication.');
  expect(shown()).not.toContain('Falls');
});

test('somebody searches, looks closer and has a summary made', async () => {
  const { amira, shown } = await open();
  await amira.actInModal('library-search', 'dischrage');
  await expect.poll(shown).toContain('1 publication for “dischrage”.');
  await amira.actInModal('library-details');
  await expect.poll(() => amira.modal?.title?.text).toBe('Publication');
  expect(shown()).toContain('Superseded by Discharge 2.');
  expect(shown()).toContain('We write about discharge.');
  expect(shown()).toContain('Open at library.example');
  expect(shown()).not.toContain('<!channel>');
  await amira.actInModal('summarise-form');
  await expect.poll(() => amira.modal?.title?.text).toBe('Summarise');
  expect(shown()).toContain('policy');
});

test('what nobody wrote about is said to be missing', async () => {
  const { amira, shown } = await open();
  await amira.submitView({ 'library-search': 'zanzibar' });
  await expect.poll(shown).toContain('Nothing fits “zanzibar”.');
});
