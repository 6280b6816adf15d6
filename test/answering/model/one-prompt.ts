import type { Prompts } from '../../../src/prompting/index.ts';

/** Prompts of which there is one, which says what it is given. */
export function onePrompt(name: string): Prompts {
  return {
    names: [name],
    get: () => ({
      name,
      hash: '0123456789abcdef',
      purpose: 'for tests',
      output: { name, schema: { type: 'object' } },
      fill: (values) => JSON.stringify(values),
    }),
  };
}
