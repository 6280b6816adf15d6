import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MeasuredLibrary, openEvaluationLibrary } from '../../src/compose-evaluation.ts';
import { readConfig } from '../../src/config.ts';
import { useEmbeddingServer } from '../models/use-embedding-server.ts';

const startServer = useEmbeddingServer();

let folder: string;
let library: MeasuredLibrary;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-measured-'));
  const text = '# Rota\n\nThe night rota is drawn up by the duty manager on the first Monday.\n';
  await writeFile(join(folder, 'rota.md'), `---\ntitle: Rota\naudience: staff\n---\n${text}`);
  library = await openEvaluationLibrary(readConfig({}, folder));
  await library.ingest(folder);
});
afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true });
});

const question = 'Who draws up the night rota?';

test('a question is asked as whoever the case says', async () => {
  const asMember = await library.ask(question, { audience: 'members' });
  expect(asMember.audiences).toEqual(['public', 'members']);
  expect(asMember.answer.kind).toBe('abstention');
  const asStaff = await library.ask(question, {});
  expect(asStaff.answer).toMatchObject({ kind: 'answer', sources: [{ number: 1 }] });
});

test('only what the case leaves in the library can answer', async () => {
  const [id] = [
    ...(await library.engine.retriever.retrieve({ query: question, audiences: ['staff'] }))
      .passages,
  ].map(({ publication }) => publication.id);
  const hidden = await library.ask(question, { without: [id ?? ''] });
  expect(hidden.answer.kind).toBe('abstention');
  const elsewhere = await library.ask(question, { within: ['another'] });
  expect(elsewhere.answer.kind).toBe('abstention');
});

test('what a service will embed of the documents is told before it does', async () => {
  const { server } = await startServer();
  const environment = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: server.url };
  const told: unknown[] = [];
  const measured = await openEvaluationLibrary(readConfig(environment, folder), {
    onEmbeddingPlan: ({ passages }) => told.push([passages, server.requests.length]),
  });
  try {
    const documents = [{ source: 'a', title: 'Rota', text: 'The duty manager draws it up.' }];
    await measured.add(documents, () => {});
    await measured.ingest(folder);
  } finally {
    await measured.close();
  }
  expect(told).toEqual([
    [1, 0],
    [1, 1],
  ]);
});
