import { type JsonTypes, Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import type { z } from 'zod';
import type { Numbered } from './claim-draft.ts';

/** Reads one JSON object `{ "claims": [ … ] }` that arrives in pieces. */
export interface ClaimParser<Draft> {
  /** Claims that this piece completes. */
  write(text: string): Numbered<Draft>[];
  /** `complete`: the object has ended; `failed`: it is no JSON, or holds no claims. */
  readonly state: 'open' | 'complete' | 'failed';
  /** Claims returned so far. */
  readonly claims: number;
  /** Claims that were too long, of the wrong shape or beyond the most that are read. */
  readonly skipped: number;
}

/** Object, claims, claim, quotes, quote: what lies deeper says nothing and is read as null. */
const deepest = 5;

/** @param form of one claim. @param most claims that are read. */
export function createClaimParser<Draft>(form: z.ZodType<Draft>, most: number): ClaimParser<Draft> {
  let state: ClaimParser<Draft>['state'] = 'open';
  let found: Numbered<Draft>[] = [];
  let claims = 0;
  let skipped = 0;

  const tokenizer = new Tokenizer();
  const parser = new TokenParser({ paths: ['$', '$.claims.*'] });
  parser.onValue = ({ value, parent }) => {
    if (parent === undefined) state = holdsClaims(value) ? 'complete' : 'failed';
    else if (Array.isArray(parent)) add(value);
  };
  const add = (value: unknown): void => {
    const draft = claims < most ? form.safeParse(value) : null;
    if (draft?.success) {
      claims += 1;
      found.push({ ...draft.data, number: claims + skipped });
    } else {
      skipped += 1;
    }
  };

  let depth = 0;
  tokenizer.onToken = (token) => {
    if (ended()) return;
    if (opens(token.token)) depth += 1;
    const isTooDeep = depth > deepest;
    if (closes(token.token)) depth -= 1;
    if (!isTooDeep) parser.write(token);
    else if (depth === deepest) parser.write({ ...token, token: TokenType.NULL, value: null });
  };

  const ended = (): boolean => state !== 'open';

  return {
    write: (text) => {
      found = [];
      try {
        if (!ended()) tokenizer.write(text);
      } catch {
        // The error repeats the model's words, so it goes no further. What follows the object in the
        // same piece is no error.
        state = ended() ? state : 'failed';
      }
      return found;
    },
    get state() {
      return state;
    },
    get claims() {
      return claims;
    },
    get skipped() {
      return skipped;
    },
  };
}

const opens = (token: TokenType): boolean =>
  token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET;

const closes = (token: TokenType): boolean =>
  token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET;

function holdsClaims(value: JsonTypes.JsonPrimitive | JsonTypes.JsonStruct | undefined): boolean {
  return (
    typeof value === 'object' && value !== null && 'claims' in value && Array.isArray(value.claims)
  );
}
