import { MetadataError, type MetadataProblem } from './metadata-error.ts';
import { type MetadataKey, metadataFields, type WrittenMetadata } from './metadata-fields.ts';

const keys = Object.keys(metadataFields) as MetadataKey[];
/** Words that people use for a key, and that no distance between spellings would find. */
const otherWords: Readonly<Record<string, MetadataKey>> = {
  name: 'title',
  by: 'authors',
  published: 'date',
  year: 'date',
  type: 'kind',
  category: 'kind',
  url: 'link',
  source: 'link',
  href: 'link',
  embargo: 'embargoed-until',
  replacedby: 'superseded-by',
  supersededby: 'superseded-by',
  lang: 'language',
  visibility: 'audience',
  access: 'audience',
};

/**
 * Validates what a person wrote about a publication, in front matter or in a sidecar. Keys may be
 * written `embargoed-until` or `embargoedUntil`; a key with an empty value counts as absent.
 *
 * @param fileName - The file it was written in, for the messages.
 * @throws {MetadataError} With every problem.
 */
export function writtenMetadata(
  values: Readonly<Record<string, unknown>>,
  fileName: string,
): WrittenMetadata {
  const problems: MetadataProblem[] = [];
  const written: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(values)) {
    const key = keyOf(field);
    if (key === undefined) {
      problems.push({ field, problem: `is not a known key; ${suggestion(field)}` });
      continue;
    }
    if (key in written) problems.push({ field, problem: 'is given twice' });
    if (value === '' || value === null || value === undefined) continue;
    const result = metadataFields[key].safeParse(value);
    if (result.success) written[key] = result.data;
    else for (const issue of result.error.issues) problems.push({ field, problem: issue.message });
  }
  problems.push(...contradictions(written));
  if (problems.length > 0) throw new MetadataError(fileName, problems);
  return written;
}

function contradictions(written: WrittenMetadata): MetadataProblem[] {
  const { status, 'superseded-by': supersededBy } = written;
  if (supersededBy === undefined || status === undefined || status === 'superseded') return [];
  return [
    { field: 'superseded-by', problem: `goes with status superseded, but status is ${status}` },
  ];
}

function keyOf(field: string): MetadataKey | undefined {
  const kebab = field.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  return keys.find((key) => key === kebab);
}

function suggestion(field: string): string {
  const plain = field.toLowerCase().replace(/[^a-z]/g, '');
  const [near] = keys
    .map((key) => ({ key, distance: editDistance(plain, key.replace('-', '')) }))
    .sort((one, other) => one.distance - other.distance);
  const meant =
    otherWords[plain] ??
    (near && near.distance <= (plain.length < 4 ? 1 : Math.max(2, plain.length / 3))
      ? near.key
      : null);
  return meant ? `did you mean ${meant}?` : `permitted are ${keys.join(', ')}`;
}

/** Levenshtein distance, one row at a time. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const replaced = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
