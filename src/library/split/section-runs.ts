import { estimateTokens } from './estimate-tokens.ts';
import type { PassageSize } from './passage-size.ts';
import { type Unit, unitsOf } from './passage-units.ts';
import type { Section } from './section-tree.ts';

/** Consecutive text under one heading path, to be divided into passages. */
export interface Run {
  path: string[];
  /** Where the first passage begins: its first unit, or the heading above it in a merged run. */
  start: number;
  end: number;
  tokens: number;
  units: Unit[];
}

/** One part of a section: its own text, its footnotes, or a whole sub-section. */
interface Part {
  /** Where the part begins, its heading included. */
  start: number;
  runs: Run[];
}

/**
 * The runs of a section, in order. A part shorter than a passage joins its neighbour under the
 * same parent when both fit into one passage; their headings, but for the common ones, then stand
 * in the passage's text. A short part without such a neighbour stays by itself.
 */
export function runsOf(text: string, section: Section, size: PassageSize): Run[] {
  const parts: Part[] = [];
  for (const blocks of [section.own, section.footnotes]) {
    const run = runOf(section.path, unitsOf(text, blocks, size));
    if (run !== undefined) parts.push({ start: run.start, runs: [run] });
  }
  for (const child of section.children) {
    parts.push({ start: child.start, runs: runsOf(text, child, size) });
  }
  const isShort = (part: Part): boolean => (part.runs[0]?.tokens ?? 0) < size.minimumTokens;
  const join = (left: Part, right: Part): Part | undefined =>
    joinParts(text, section.path, left, right, size.maximumTokens);

  const forward = foldNeighbours(parts, (left, right) =>
    isShort(left) ? join(left, right) : undefined,
  );
  const settled = foldNeighbours(forward, (left, right) =>
    isShort(right) ? join(left, right) : undefined,
  );
  return settled.flatMap((part) => part.runs);
}

function foldNeighbours(
  parts: readonly Part[],
  join: (left: Part, right: Part) => Part | undefined,
): Part[] {
  const folded: Part[] = [];
  for (const part of parts) {
    const left = folded.at(-1);
    const joined = left === undefined ? undefined : join(left, part);
    if (joined === undefined) folded.push(part);
    else folded[folded.length - 1] = joined;
  }
  return folded;
}

function joinParts(
  text: string,
  path: string[],
  left: Part,
  right: Part,
  longest: number,
): Part | undefined {
  const [first] = left.runs;
  const [second] = right.runs;
  if (first === undefined || second === undefined) return undefined;
  if (left.runs.length > 1 || right.runs.length > 1) return undefined;
  if (first.tokens + second.tokens > longest) return undefined;
  const { start } = left;
  const { end } = second;
  const tokens = estimateTokens(text.slice(start, end));
  if (tokens > longest) return undefined;
  const units: Unit[] = [{ start, end, tokens, endsWith: 'block' }];
  return { start, runs: [{ path, start, end, tokens, units }] };
}

function runOf(path: string[], units: Unit[]): Run | undefined {
  const first = units[0];
  const last = units.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const tokens = units.reduce((sum, unit) => sum + unit.tokens, 0);
  return { path, start: first.start, end: last.end, tokens, units };
}
