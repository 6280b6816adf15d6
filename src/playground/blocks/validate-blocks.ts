import { z } from 'zod';
import { blocksForContainers, otherBlocks } from './block-schemas.ts';
import { withInnerBlocks } from './inner-blocks.ts';
import { layoutBlocks } from './layout-schemas.ts';

export type Surface = 'message' | 'modal' | 'home';

const maximumBlocks = { message: 50, modal: 100, home: 100 } as const;
const onlyInViews = new Set(['file_input']);
const maximumMarkdown = 12_000;
const maximumTableText = 10_000;

type Raw = { type: string } & Record<string, unknown>;
type Pointer = readonly PropertyKey[];

const problemAt = (message: string, pointer: Pointer): string =>
  `${message} [json-pointer:/${pointer.map(String).join('/')}]`;

function valueAt(root: unknown, path: Pointer): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    root,
  );
}

function describeIssue(issue: z.core.$ZodIssue, root: unknown, base: Pointer): string[] {
  const pointer = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problemAt(`invalid additional property: ${key}`, pointer));
  }
  const value = valueAt(root, issue.path);
  const key = issue.path.at(-1);
  if (value === undefined && typeof key === 'string') {
    return [problemAt(`missing required field: ${key}`, pointer.slice(0, -1))];
  }
  if (issue.code === 'invalid_union' && key === 'type') {
    return [problemAt(`unsupported type: ${String(value)}`, pointer)];
  }
  return [problemAt(issue.message, pointer)];
}

/** One block of any kind that an app may send. `file` blocks are Slack's to add. */
const blockSchema = z.discriminatedUnion('type', [
  ...blocksForContainers,
  ...otherBlocks,
  ...layoutBlocks,
]);

const schema = (surface: Surface) =>
  z
    .array(blockSchema, 'must be an array')
    .max(maximumBlocks[surface], `no more than ${maximumBlocks[surface]} items allowed`);
const schemas = { message: schema('message'), modal: schema('modal'), home: schema('home') };

/** Visits inner blocks too, with the place of the block that holds them. */
function forEachBlock(blocks: readonly Raw[], visit: (block: Raw, index: number) => void): void {
  blocks.forEach((block, index) => {
    for (const each of withInnerBlocks([block])) visit(each, index);
  });
}

function duplicateIds(blocks: readonly Raw[], base: Pointer): string[] {
  const problems: string[] = [];
  const blockIds = new Set<string>();
  forEachBlock(blocks, (block, index) => {
    const { block_id: id } = block;
    if (typeof id === 'string') {
      if (blockIds.has(id)) {
        problems.push(problemAt(`block_id must be unique: ${id}`, [...base, index, 'block_id']));
      }
      blockIds.add(id);
    }
    const actionIds = new Set<string>();
    for (const element of interactiveElements(block)) {
      const { action_id: action } = element;
      if (typeof action !== 'string') continue;
      if (actionIds.has(action)) {
        problems.push(problemAt(`action_id must be unique: ${action}`, [...base, index]));
      }
      actionIds.add(action);
    }
  });
  return problems;
}

/** The elements of a block that people can act on. */
export function interactiveElements(block: Readonly<Record<string, unknown>>): Raw[] {
  const elements = [block.elements, block.type === 'card' ? block.actions : undefined];
  const listed = elements.filter(Array.isArray).flat() as unknown[];
  return [...listed, block.accessory, block.element].filter(
    (element): element is Raw =>
      typeof element === 'object' && element !== null && 'type' in element,
  );
}

const textLength = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) =>
      sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  );
};

function crossBlockProblems(blocks: readonly Raw[], surface: Surface, base: Pointer): string[] {
  const problems = duplicateIds(blocks, base);
  const markdown = blocks.filter((block) => block.type === 'markdown');
  if (textLength(markdown) > maximumMarkdown) {
    problems.push(
      problemAt(`markdown blocks must be less than ${maximumMarkdown + 1} characters in all`, base),
    );
  }
  const tables = withInnerBlocks(blocks).filter((block) => block.type === 'table');
  if (tables.length > 1) problems.push(problemAt('only_one_table_allowed', base));
  const dataTables = blocks.filter((block) => block.type === 'data_table');
  if ([...tables, ...dataTables].some((table) => textLength(table) > maximumTableText)) {
    problems.push(problemAt(`table must be less than ${maximumTableText + 1} characters`, base));
  }
  const refused = surface === 'message' ? onlyInViews : new Set(['markdown', 'table', 'plan']);
  forEachBlock(blocks, (block, index) => {
    const types = [block.type, ...interactiveElements(block).map((element) => element.type)];
    for (const type of types.filter((candidate) => refused.has(candidate))) {
      problems.push(problemAt(`unsupported type: ${type}`, [...base, index]));
    }
  });
  return problems;
}

/**
 * What Slack would object to in blocks, each with a JSON pointer; empty when it would take them.
 *
 * @param base where the blocks stand in the call, e.g. `['view', 'blocks']`.
 */
export function validateBlocks(
  blocks: unknown,
  surface: Surface,
  base: Pointer = ['blocks'],
): string[] {
  const parsed = schemas[surface].safeParse(blocks);
  if (!parsed.success) {
    return parsed.error.issues.flatMap((issue) => describeIssue(issue, blocks, base));
  }
  return crossBlockProblems(parsed.data, surface, base);
}
