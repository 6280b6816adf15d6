import { BaseCallbackHandler } from '@langchain/core/callbacks/base';

/**
 * Stands where LangChain would otherwise put its tracer, which reports questions, passages and all to
 * LangSmith as soon as the environment says so (`LANGSMITH_TRACING` and its kin); a run takes one
 * handler of this name. A run tree with tracing switched off is no help: LangGraph begins a new one
 * for each of its nodes.
 */
export class NoTracer extends BaseCallbackHandler {
  override name = 'langchain_tracer';

  constructor() {
    super({
      ignoreLLM: true,
      ignoreChain: true,
      ignoreAgent: true,
      ignoreRetriever: true,
      ignoreCustomEvent: true,
    });
  }

  /** LangChain asks its tracer for the run that another one belongs to: there is none. */
  getRunTreeWithTracingConfig(): undefined {
    return undefined;
  }

  /** The run of whoever has called, of which nothing is taken over. */
  updateFromRunTree(): void {}
}
