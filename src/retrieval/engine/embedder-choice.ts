import type { Embedder, RemoteEmbedder } from '../semantic/embedder.ts';

const localKind = 'latent-semantic';
const remotePrefix = 'remote:';

/** Where vectors come from: a space fitted on the library itself, or an embedder given. */
export type EmbedderChoice = ({ kind: 'local' } | { kind: 'remote'; embedder: RemoteEmbedder }) & {
  /**
   * A remote embedder of an earlier choice, by id, if its service can still be asked: it serves
   * searches while the library is embedded anew. Without it, none can.
   */
  earlier?: (id: string) => RemoteEmbedder | null;
};

/** The embedder that passages are to be embedded with, and how. */
export type EnsuredEmbedder =
  | { kind: 'local'; embedder: Embedder }
  | { kind: 'remote'; embedder: RemoteEmbedder };

/** Under which kind the choice's embedders are stored; vectors of different kinds live side by side. */
export function embedderKindOf(choice: EmbedderChoice): string {
  return choice.kind === 'local' ? localKind : `${remotePrefix}${choice.embedder.id}`;
}

/** Whether embedders of this kind are a service's, not fitted here. */
export function isRemoteKind(kind: string): boolean {
  return kind.startsWith(remotePrefix);
}
