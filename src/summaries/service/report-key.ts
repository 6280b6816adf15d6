import { createHash } from 'node:crypto';
import type { Publication } from '../../library/index.ts';
import type { ReportKind } from '../report.ts';

/**
 * Goes up whenever the same text gives another report without a model: other statements chosen,
 * other words around them, other columns.
 */
export const writingRules = 4;

/** All that a report depends on. */
export interface ReportKeyParts {
  kind: ReportKind;
  /** In the order in which they count. */
  publications: readonly Pick<Publication, 'id' | 'contentHash' | 'changedAt'>[];
  /** What was asked for of them, such as length and reader. */
  asked: Readonly<Record<string, string | readonly string[]>>;
  /** Changes with the model, its prompts and its settings; empty when none is asked. */
  composer: string;
}

/**
 * What a report is found by when the same is asked again: a SHA-256 in hexadecimal digits. A
 * publication counts by the bytes it was made of and by when it was read last, which stand for its
 * text: that is read anew whenever the rules of reading are others, and is too long to be read here.
 */
export function reportKeyOf({ kind, publications, asked, composer }: ReportKeyParts): string {
  const all = [
    writingRules,
    kind,
    publications.map(({ id, contentHash, changedAt }) => [id, contentHash, changedAt]),
    Object.entries(asked).sort(([one], [other]) => (one < other ? -1 : 1)),
    composer,
  ];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}
