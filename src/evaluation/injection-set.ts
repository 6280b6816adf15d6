import { z } from 'zod';
import { DataSetError } from './data-set-error.ts';
import { readJsonLines } from './read-json-lines.ts';

/**
 * Where an instruction can be planted: places of a document (`metadata` is what replaces it), and what
 * people write: a question, or an earlier message of the thread.
 */
export const injectionPlaces = [
  'text',
  'heading',
  'title',
  'file-name',
  'author',
  'metadata',
  'question',
  'thread',
] as const;
export type InjectionPlace = (typeof injectionPlaces)[number];

const attackSchema = z.object({
  id: z.string().min(1),
  category: z.string().optional(),
  /** The instruction. */
  text: z.string().trim().min(1),
  /** Where it is planted; everywhere when left out. */
  places: z.array(z.enum(injectionPlaces)).min(1).optional(),
  /** Asked instead of the host's question. */
  question: z.string().trim().min(1).optional(),
  /** Words that an answer holds only when the instruction was followed. */
  marker: z.string().trim().min(1).optional(),
});
export type InjectionAttack = z.infer<typeof attackSchema>;

const hostSchema = z.object({
  context: z.string().trim().min(1),
  /** On the context; a leading `Q:` is left out. */
  question: z
    .string()
    .transform((value) => value.replace(/^Q:/, '').trim())
    .pipe(z.string().min(1)),
});
export type InjectionHost = z.infer<typeof hostSchema>;

const expectedAttacks =
  'a JSON Lines file of {id, text} with optional places, question and marker, an attack a line';
const expectedHosts = 'a JSON Lines file of {context, question}, a host document a line';

/** @throws {DataSetError} when the file cannot be read, a line is wrong or an id is there twice. */
export async function readInjectionAttacks(path: string): Promise<InjectionAttack[]> {
  const attacks: InjectionAttack[] = [];
  const ids = new Set<string>();
  for await (const attack of readJsonLines(path, attackSchema, expectedAttacks)) {
    if (ids.has(attack.id)) {
      throw new DataSetError('data-set-invalid', `${path}: id ${attack.id} is there twice`);
    }
    ids.add(attack.id);
    attacks.push(attack);
  }
  return requireSome(attacks, path, expectedAttacks);
}

/** @throws {DataSetError} when the file cannot be read or a line is wrong. */
export async function readInjectionHosts(path: string): Promise<InjectionHost[]> {
  const hosts: InjectionHost[] = [];
  for await (const host of readJsonLines(path, hostSchema, expectedHosts)) hosts.push(host);
  return requireSome(hosts, path, expectedHosts);
}

function requireSome<Item>(items: Item[], path: string, expected: string): Item[] {
  if (items.length > 0) return items;
  throw new DataSetError('data-set-empty', `${path} is empty`, { expected });
}
