export type { EmbeddingProgress } from './engine/embed-passages.ts';
export * from './engine/embedder-choice.ts';
export type { RefreshResult } from './engine/index-keeper.ts';
export * from './engine/retrieval-engine.ts';
export * from './index-store.ts';
export * from './langchain-retriever.ts';
export * from './load-local-embedder.ts';
export * from './retriever.ts';
export * from './semantic/embedder.ts';
