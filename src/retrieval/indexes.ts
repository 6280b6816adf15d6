import type { MemoryLexicalIndex } from './lexical/memory-lexical-index.ts';
import type { PassageTable } from './passage-table.ts';
import type { Embedder } from './semantic/embedder.ts';
import type { HnswVectorIndex } from './semantic/hnsw-vector-index.ts';

/** An embedder with the vectors it made. */
export interface SemanticSide {
  embedder: Embedder;
  vectors: HnswVectorIndex;
}

/** Everything a search looks at; the parts share their keys. */
export interface Indexes {
  table: PassageTable;
  lexical: MemoryLexicalIndex;
  /** Null until an embedder is ready. */
  semantic: SemanticSide | null;
}
