import { parentPort } from 'node:worker_threads';
import { awaitAllCallbacks } from '@langchain/core/callbacks/promises';
import { RunnableLambda } from '@langchain/core/runnables';
import { researchLibrary } from '../../../src/answering/research/research-library.ts';
import { silentLog } from '../../../src/observability/log.ts';
import { createScriptedChatModel } from '../../fakes/scripted-chat-model.ts';
import { callsOf, stepReply } from './research-setting.ts';
import { createWordSearch } from './word-search.ts';

// A thread of its own, since LangChain's client for traces lives as long as the process.
const search = createWordSearch([
  { text: 'Harrowfen spent 3 million.', publication: { id: 'one' } },
  { text: 'Wages in Harrowfen.', publication: { id: 'one' } },
]);
const steps = [stepReply(['Harrowfen spent', 'wages'], ['P1']), stepReply([])];
const calls = callsOf(createScriptedChatModel(steps));
const gathered = await researchLibrary(
  { search, calls, log: silentLog },
  { question: 'What?', found: [], audiences: ['public'], onStep: () => {} },
);
calls.close();
await awaitAllCallbacks();
parentPort?.postMessage({ gathered: gathered.length });
await RunnableLambda.from((text: string) => text).invoke('for comparison');
await awaitAllCallbacks();
parentPort?.postMessage({ gathered: gathered.length });
