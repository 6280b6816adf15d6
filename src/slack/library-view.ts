import type { SuggestQuestions } from '../answering/index.ts';
import type { Publication, PublicationText } from '../library/index.ts';
import type { Audience } from '../people/index.ts';

/** How up to date the library is. */
export interface LibraryFreshness {
  /** When a publication was last added, changed or retired, UTC ms; null for an empty library. */
  changedAt: number | null;
  /** When the folders were last compared with the library, UTC ms; null when not since the start. */
  checkedAt: number | null;
}

/** What people in Slack are shown of the library. */
export interface LibraryView {
  /** How many publications somebody with these audiences may read now. */
  count(audiences: readonly Audience[]): Promise<number>;
  /** All that somebody with these audiences may read now, what is superseded too, in order of title. */
  readable(audiences: readonly Audience[]): Promise<Publication[]>;
  /**
   * The current publications that somebody with these audiences may read now, those that came last
   * first; of those that came on one day, the latest dated first.
   */
  newest(audiences: readonly Audience[], limit: number): Promise<Publication[]>;
  /**
   * The current publications that somebody with these audiences may read, in order of title.
   *
   * @param embargoed whether those count, too, that can only be found later.
   */
  choosable(audiences: readonly Audience[], embargoed: boolean): Promise<Publication[]>;
  freshness(): Promise<LibraryFreshness>;
  /** As it is now, retired ones too; null for an unknown id. */
  publication(id: string): Promise<Publication | null>;
  /** The whole text; null for an unknown id. */
  text(id: string): Promise<PublicationText | null>;
  suggestQuestions: SuggestQuestions;
}
