import type { Claim } from '../answering/index.ts';
import { nameEditions } from './changes/name-editions.ts';
import type { Report, SidesPart } from './report.ts';

/** Statements under one label, as they are shown. */
export interface ShownSide {
  label: string;
  claims: {
    /** What the side is called, such as `2019 [1]`; null where the label says it or nothing is. */
    name: string | null;
    claim: Claim;
  }[];
}

/**
 * The sides of a part as people read them: single statements that follow each other under the same
 * label, such as what was added, are one list; of changes the editions are named in short.
 */
export function presentSides({ sides }: SidesPart, report: Report): ShownSide[] {
  const names = editionNames(report);
  return joinAlike(sides).map(({ label, claims, isList }) => {
    const [first] = claims;
    const name = first === undefined ? null : nameOf(first, names);
    return isList && name !== null
      ? { label: `${label} (${name})`, claims: claims.map((claim) => ({ name: null, claim })) }
      : { label, claims: claims.map((claim) => ({ name: nameOf(claim, names), claim })) };
  });
}

function nameOf({ citations }: Claim, names: ReadonlyMap<number, string>): string | null {
  const [number] = citations;
  return number === undefined ? null : (names.get(number) ?? null);
}

/** `2019 [1]` by the numbers of the sources; empty for what is no report on changes. */
export function editionNames({ kind, sources }: Report): ReadonlyMap<number, string> {
  const [earlier, later] = sources.toSorted((one, other) => one.number - other.number);
  if (kind !== 'changes' || earlier === undefined || later === undefined) return new Map();
  const [before, after] = nameEditions(earlier.publication, later.publication);
  return new Map([
    [earlier.number, `${before} [${earlier.number}]`],
    [later.number, `${after} [${later.number}]`],
  ]);
}

type JoinedSide = SidesPart['sides'][number] & { isList: boolean };

function joinAlike(sides: SidesPart['sides']): JoinedSide[] {
  const joined: JoinedSide[] = [];
  for (const { label, claims } of sides) {
    const last = joined.at(-1);
    const isList = claims.length === 1;
    const isAlike =
      last?.isList === true &&
      isList &&
      last.label === label &&
      last.claims[0]?.citations.join() === claims[0]?.citations.join();
    if (isAlike) last.claims.push(...claims);
    else joined.push({ label, claims: [...claims], isList });
  }
  return joined;
}
