import { DynamicStructuredTool } from '@langchain/core/tools';
import {
  createAgent,
  createMiddleware,
  modelCallLimitMiddleware,
  toolCallLimitMiddleware,
} from 'langchain';
import { z } from 'zod';
import type { LibraryDesk } from './library-desk.ts';
import { NoTracer } from './no-tracer.ts';
import { ResearchModel, type ResearchModelParts, toolNames } from './research-model.ts';

export interface ResearchAgentParts extends ResearchModelParts {
  question: string;
  desk: LibraryDesk;
  /** Most searches and readings in all steps together. */
  mostLookups: number;
  /** Asked before each step. */
  mayGoOn(): boolean;
}

const search = z.object({ query: z.string(), publication: z.string() });
const reading = z.object({ passage: z.string() });
/** Nodes of the agent's graph that a step may take: LangChain's own limit, which is never reached. */
const nodesPerStep = 12;

/**
 * Has LangChain's agent look things up in the library, step by step, until it has finished or may
 * not go on. What it finds is in the notes.
 *
 * To be imported when it is wanted: LangChain takes a while to load.
 */
export async function runResearchAgent(parts: ResearchAgentParts): Promise<void> {
  const { question, desk, signal, mostSteps } = parts;
  const agent = createAgent({
    model: new ResearchModel(parts),
    tools: [
      new DynamicStructuredTool({
        name: toolNames.search,
        description: 'Searches the library.',
        schema: search,
        func: ({ query, publication }: z.infer<typeof search>) => desk.search(query, publication),
      }),
      new DynamicStructuredTool({
        name: toolNames.read,
        description: 'Reads what stands around a passage that was found.',
        schema: reading,
        func: ({ passage }: z.infer<typeof reading>) => desk.readAround(passage),
      }),
    ],
    middleware: [
      modelCallLimitMiddleware({ runLimit: mostSteps, exitBehavior: 'end' }),
      toolCallLimitMiddleware({ runLimit: parts.mostLookups, exitBehavior: 'continue' }),
      createMiddleware({
        name: 'ResearchBounds',
        beforeModel: {
          canJumpTo: ['end'],
          hook: () => (parts.mayGoOn() ? undefined : { jumpTo: 'end' as const }),
        },
      }),
    ],
    signal,
  });
  await agent.invoke(
    { messages: [{ role: 'user', content: question }] },
    { signal, callbacks: [new NoTracer()], recursionLimit: mostSteps * nodesPerStep },
  );
}
