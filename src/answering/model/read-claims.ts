import type { z } from 'zod';
import { claimDraft, mostClaims, type Numbered, type OfferedClaim } from './claim-draft.ts';
import { type ClaimParser, createClaimParser } from './claim-parser.ts';

/** What came of a model's output. */
export interface ClaimsRead {
  /** Whether the JSON object was read to its end; false when it was cut off or malformed. */
  complete: boolean;
  /** How many claims were given out. */
  claims: number;
  /** How many were too long, of the wrong shape or too many. */
  skipped: number;
}

/** Most UTF-16 code units of a model's output that are read. */
const longestOutput = 256_000;
/** How often something before the claims is taken for their beginning. */
const mostStarts = 8;
/** Where an object may begin; models without a JSON mode talk before it, or fence it. */
const objectStart = /\{\s{0,64}"/;
const unfinishedStart = /\{\s{0,64}$/;

/** Reads claims of an answer, as {@link readClaimsOf} does. */
export function readClaims(
  text: AsyncIterable<string>,
): AsyncGenerator<OfferedClaim, ClaimsRead, void> {
  return readClaimsOf(claimDraft, text);
}

/**
 * Reads claims from a model's output, `{ "claims": [ { "text", "quotes": [ { "passage", "quote" } ], "disagreesWith" } ] }`,
 * each as soon as its object is complete, and returns how it ended. Text around the object is passed
 * over; what is malformed or cut off ends the reading with what was complete until then.
 *
 * @param form of one claim; what does not have it is skipped.
 * @param text pieces of the output, cut anywhere.
 * @param most claims that are read; later ones are skipped.
 * @throws what `text` throws; claims that were complete have then been given out.
 */
export async function* readClaimsOf<Draft>(
  form: z.ZodType<Draft>,
  text: AsyncIterable<string>,
  most: number = mostClaims,
): AsyncGenerator<Numbered<Draft>, ClaimsRead, void> {
  const reader = createReader(form, most);
  let left = longestOutput;
  for await (const piece of text) {
    yield* reader.write(piece.slice(0, left));
    left -= piece.length;
    // After the object the rest is drained, since the source may say at its end what it cost.
    if (left <= 0 || reader.parser?.state === 'failed') break;
  }
  const { parser } = reader;
  return {
    complete: parser?.state === 'complete',
    claims: parser?.claims ?? 0,
    skipped: parser?.skipped ?? 0,
  };
}

interface Reader<Draft> {
  /** Of the object being read; null before it begins. */
  readonly parser: ClaimParser<Draft> | null;
  write(piece: string): Numbered<Draft>[];
}

function createReader<Draft>(form: z.ZodType<Draft>, most: number): Reader<Draft> {
  let parser: ClaimParser<Draft> | null = null;
  let starts = 0;
  /** What may have to be read again: since the start of an object that held no claim so far. */
  let kept = '';

  function write(piece: string): Numbered<Draft>[] {
    if (parser !== null && (parser.claims > 0 || parser.state !== 'open')) {
      return parser.write(piece);
    }
    kept += piece;
    if (parser !== null) {
      const drafts = parser.write(piece);
      if (!canRestart(parser)) return drafts;
    }
    return start();
  }

  /** Begins with the next object in what was kept, until one can be read. */
  function start(): Numbered<Draft>[] {
    for (;;) {
      const from = parser === null ? 0 : 1;
      const found = kept.slice(from).search(objectStart);
      if (found < 0) {
        parser = null;
        kept = unfinishedStart.exec(kept.slice(from))?.[0] ?? '';
        return [];
      }
      kept = kept.slice(from + found);
      starts += 1;
      parser = createClaimParser(form, most);
      const drafts = parser.write(kept);
      if (!canRestart(parser)) return drafts;
    }
  }

  function canRestart({ state, claims, skipped }: ClaimParser<Draft>): boolean {
    return state === 'failed' && claims + skipped === 0 && starts < mostStarts;
  }

  return {
    get parser() {
      return parser;
    },
    write,
  };
}
