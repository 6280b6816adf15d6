import type { Passage, Publication, PublicationText } from '../library/index.ts';

/** A publication with all that it says. */
export interface ReadPublication {
  publication: Publication;
  text: PublicationText;
  /** In order. Of a file that is not in the library they are counted from 1. */
  passages: readonly Passage[];
}
