import type { Audience } from '../../people/index.ts';
import type { ReadPublication } from '../read-publication.ts';
import type { Report } from '../report.ts';
import type { WritingParts } from './write-once.ts';

/** What is written of several publications; each rejects with a `ReportRefused` when it cannot be. */
export interface ReportComposers {
  /** @param reads 2 to 8. */
  comparePublications(
    reads: readonly ReadPublication[],
    options: WritingParts & { columns: readonly string[] },
  ): Promise<Report>;
  findChanges(
    earlier: ReadPublication,
    later: ReadPublication,
    options: WritingParts,
  ): Promise<Report>;
  /** Looks the topic up itself, within the audiences. */
  writeBriefing(
    request: WritingParts & { topic: string; audiences: readonly Audience[] },
  ): Promise<Report>;
}
