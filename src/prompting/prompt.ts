import { ConcordError } from '../errors.ts';
import type { OutputSchema } from './chat-model.ts';

/** A text for a language model, from a file of its own. */
export interface Prompt {
  /** Of its file, without `.md`. */
  readonly name: string;
  /** The first 16 hexadecimal digits of the SHA-256 of the file: which wording an answer came from. */
  readonly hash: string;
  readonly purpose: string;
  /** What it makes the model write, called by the prompt's name; null when that is free text. */
  readonly output: OutputSchema | null;
  /**
   * The text with its variables replaced. Values are put in as they are and never searched for
   * variables, so what comes from outside must have been through `asData`.
   *
   * @param values - One for each variable the prompt declares, and no other.
   * @throws {ConcordError} `prompt-values-wrong`.
   */
  fill(values: Readonly<Record<string, string>>): string;
}

/** The prompts of a directory. */
export interface Prompts {
  /** In alphabetical order. */
  readonly names: readonly string[];
  /** @throws {ConcordError} `prompt-unknown`. */
  get(name: string): Prompt;
}

/** A prompt as it is in its file, in which variables declared and variables used are the same. */
export interface PromptText extends Omit<Prompt, 'fill'> {
  readonly variables: readonly string[];
  /** With `{{variable}}` where a value goes. */
  readonly text: string;
}

/** Where a value goes in the text of a prompt. */
export const placeOfVariable = /\{\{([a-z][A-Za-z0-9]*)\}\}/g;

export function createPrompt({ variables, text, ...prompt }: PromptText): Prompt {
  return {
    ...prompt,
    fill(values) {
      const missing = variables.filter((variable) => !Object.hasOwn(values, variable));
      const unknown = Object.keys(values).filter((variable) => !variables.includes(variable));
      if (missing.length > 0 || unknown.length > 0) {
        throw new ConcordError(
          'prompt-values-wrong',
          `prompt ${prompt.name} takes exactly ${listed(variables)}; missing ${listed(missing)}, not taken ${listed(unknown)}`,
          { details: { prompt: prompt.name, missing, unknown } },
        );
      }
      return text.replace(placeOfVariable, (_, variable: string) => values[variable] ?? '');
    },
  };
}

/** @param all - In any order; of two with one name the last is kept. */
export function createPrompts(all: readonly Prompt[]): Prompts {
  const byName = new Map(all.map((prompt) => [prompt.name, prompt]));
  const names = [...byName.keys()].sort();
  return {
    names,
    get(name) {
      const prompt = byName.get(name);
      if (prompt !== undefined) return prompt;
      throw new ConcordError(
        'prompt-unknown',
        `there is no prompt ${JSON.stringify(name)}; there are ${listed(names)}`,
        { details: { name, names } },
      );
    },
  };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}
