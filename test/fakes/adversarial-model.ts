import fc from 'fast-check';
import { type ChatChunk, type ChatModel, ChatModelError } from '../../src/prompting/index.ts';
import type { AttackedLibrary } from './attacked-library.ts';
import { attacks, distortClaim, type ScriptedClaim } from './distort-claim.ts';

/** One whole answer of an adversarial model. */
export interface AdversarialScript {
  claims: ScriptedClaim[];
  pieces: string[];
  ending: 'complete' | 'length' | 'filtered' | 'broken';
  /** Whether all claims are there, in JSON that can be read. */
  isWhole: boolean;
}

/** Any UTF-16 code units, halves of surrogate pairs among them. */
const noise = fc.string({
  unit: fc.oneof(
    fc.nat(0xffff).map((code) => String.fromCharCode(code)),
    fc.constantFrom(' ', 'a', '1', '"', '{', '}', '[', ']', '\\', '…', ':', ','),
  ),
  maxLength: 60,
});

const wrappings = [
  ['', ''],
  ['\n\n', '\n'],
  ['```json\n', '\n```'],
  ['Sure! {As you asked}, "here" is all:\n', '\nIs there {"anything"} else?'],
  ['<think>{"claims" are due}</think>', ''],
  ['{"thoughts": ["none"]}', ''],
] as const;

/** What it does to its output besides the claims. */
const mischief = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'none' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('garbage' as const), at: fc.nat(), noise }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'nested' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'repeated' as const }) },
);

/** Scripts that mix honest claims with attacks, cut anywhere, over the passages of a library. */
export function adversarialScripts(library: AttackedLibrary): fc.Arbitrary<AdversarialScript> {
  const fact = fc.constantFrom(...library.facts);
  const claim = fc
    .record({
      attack: fc.oneof(fc.constant('honest' as const), fc.constantFrom(...attacks)),
      fact,
      other: fact,
      number: fc.nat(3_000),
      noise,
    })
    .map(({ attack, fact: about, ...chance }) =>
      distortClaim(attack, about, { ...chance, ...library }),
    );
  return fc
    .record({
      claims: fc.array(claim, { maxLength: 5 }),
      wrapping: fc.constantFrom(...wrappings),
      mischief,
      size: fc.integer({ min: 1, max: 400 }),
      ending: fc.constantFrom('complete', 'complete', 'length', 'filtered', 'broken'),
    })
    .map(({ claims, wrapping: [before, after], mischief: done, size, ending }) => {
      const { text, isWhole } = spoil(JSON.stringify({ claims: claims.map(shape) }), done);
      const output = before + text + after;
      const pieces = Array.from({ length: Math.ceil(output.length / size) }, (_, index) =>
        output.slice(index * size, (index + 1) * size),
      );
      return { claims, pieces, ending, isWhole };
    });
}

/** A model that answers as scripted, whatever it is asked. */
export function createAdversarialModel({ pieces, ending }: AdversarialScript): ChatModel {
  return {
    name: 'adversarial',
    async *stream({ signal }): AsyncGenerator<ChatChunk> {
      for (const text of pieces) {
        signal?.throwIfAborted();
        yield { kind: 'text', text };
      }
      if (ending === 'broken') {
        throw new ChatModelError('cut-off', 'scripted', 'The answer broke off.');
      }
      yield { kind: 'end', reason: ending, usage: { input: 1, cachedInput: 0, output: 1 } };
    },
  };
}

function shape({ text, quotes }: ScriptedClaim): Pick<ScriptedClaim, 'text' | 'quotes'> {
  return { text, quotes };
}

type Mischief = typeof mischief extends fc.Arbitrary<infer Kind> ? Kind : never;

function spoil(
  json: string,
  done: Mischief,
): Pick<AdversarialScript, 'isWhole'> & { text: string } {
  switch (done.kind) {
    case 'none':
      return { text: json, isWhole: true };
    case 'cut':
      return { text: json.slice(0, done.at % json.length), isWhole: false };
    case 'garbage': {
      const at = done.at % json.length;
      return { text: json.slice(0, at) + done.noise + json.slice(at), isWhole: false };
    }
    case 'nested': {
      const deep = '[{"claims":'.repeat(300) + json + '}]'.repeat(300);
      return { text: json.replace('{', `{"first":${deep},`), isWhole: json.startsWith('{') };
    }
    case 'repeated':
      return { text: json + json, isWhole: true };
  }
}
