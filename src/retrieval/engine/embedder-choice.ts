import type { Embedder } from '../semantic/embedder.ts';

/** Where vectors come from: a space fitted on the library itself, or an embedder given. */
export type EmbedderChoice = { kind: 'local' } | { kind: 'remote'; embedder: Embedder };

/** Under which kind the choice's embedders are stored; vectors of different kinds live side by side. */
export function embedderKindOf(choice: EmbedderChoice): string {
  return choice.kind === 'local' ? 'latent-semantic' : `remote:${choice.embedder.id}`;
}
