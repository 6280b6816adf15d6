import {
  readStatement,
  type Statement,
} from '../../../src/answering/disagreement/read-statement.ts';
import type { Claim } from '../../../src/answering/index.ts';
import type { Publication } from '../../../src/library/index.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';
import type { WrittenSide } from './claim-pairs.ts';

/** A claim that rests on one publication, which is a policy when its title says so, else a paper. */
export function claimOf(
  side: WrittenSide,
  number: number,
): { claim: Claim; publication: Publication } {
  const {
    text,
    quote = text,
    title = 'A publication',
  } = typeof side === 'string' ? { text: side } : side;
  const publication = samplePublication({
    id: `publication-${number}`,
    title,
    kind: title.includes('policy') ? 'policy' : 'paper',
  });
  const claim = {
    text,
    citations: [number],
    quotes: [
      {
        publicationId: publication.id,
        passageId: number,
        text: quote,
        ranges: [{ start: 0, end: quote.length }],
        pageStart: null,
        pageEnd: null,
        headingPath: [],
      },
    ],
  };
  return { claim, publication };
}

export function statementOf(side: WrittenSide): Statement {
  const { claim, publication } = claimOf(side, 1);
  return readStatement(claim, [publication]);
}
