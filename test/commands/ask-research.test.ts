import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { honestAnswer, promptName } from '../journeys/model-answers.ts';
import { sendAnswer } from '../models/chat-server.ts';
import { useChatServer } from '../models/use-chat-server.ts';
import { runConcord } from './run-concord.ts';

const startServer = useChatServer();
const led = 'The falls pilot in the east was led by Harrowfen.';
const used = 'Harrowfen used 3 million pounds in 2021 for ambulances.';
const question = 'What did the trust that led the falls pilot use?';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-research-'));
  await mkdir(join(folder, 'papers'));
  await writeFile(join(folder, 'papers/pilot.md'), `# Falls pilot\n\n${led}\n`);
  await writeFile(join(folder, 'papers/accounts.md'), `# Accounts\n\n${used}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

test('ask looks up step by step, and LangChain neither prints nor reports what is asked', async () => {
  const prompts: string[] = [];
  const server = await startServer((response, { body }) => {
    const prompt = promptName(body);
    prompts.push(prompt);
    const isFirst = prompts.filter((each) => each === 'research-library').length === 1;
    const searches = isFirst ? [{ query: 'Harrowfen used', publication: '' }] : [];
    sendAnswer(
      response,
      prompt === 'plan-search'
        ? JSON.stringify({ kind: 'research', parts: [] })
        : prompt === 'research-library'
          ? JSON.stringify({ searches, read: [] })
          : honestAnswer(body, [used]),
    );
  });
  const reports: unknown[] = [];
  const langSmith = await startServer((response, request) => {
    reports.push(request);
    response.end('{}');
  });
  const environment = {
    DATA_DIR: join(folder, 'data'),
    LIBRARY_DIRS: join(folder, 'papers'),
    CHAT_MODEL: 'test-model',
    CHAT_BASE_URL: server.url,
    CHAT_API_KEY: 'test-key',
    LANGCHAIN_VERBOSE: 'true',
    LANGSMITH_TRACING: 'true',
    LANGSMITH_API_KEY: 'a-key',
    LANGSMITH_ENDPOINT: langSmith.url,
  };
  expect((await runConcord(['ingest'], environment)).status).toBe(0);
  const asked = await runConcord(['ask', question, '--audience', 'staff'], environment);
  expect(asked.stdout).toContain(used);
  expect(asked.stdout).not.toMatch(/chain\/start|falls pilot use/);
  expect(asked.stderr).toBe(
    'Working out what to look up…\nLooking further (step 1)…\nLooking further (step 2)…\n',
  );
  expect(prompts).toEqual([
    'plan-search',
    'research-library',
    'research-library',
    'compose-answer',
  ]);
  expect(reports).toEqual([]);
});
