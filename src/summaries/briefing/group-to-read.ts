import { findReplacement, type Publication, type PublicationKind } from '../../library/index.ts';

/** Publications that are listed together. */
export interface ReadingGroup<Item> {
  name: string;
  /** At least one; newest first, undated last, what is superseded after what replaces it. */
  items: Item[];
}

/** Sessions that are announced are nothing to read. */
export const sessionsGroup = 'Coming sessions';
const retractedGroup = 'Retracted, not to be relied on';
const groupOf: Readonly<Record<PublicationKind, string>> = {
  policy: 'Policy and statements',
  statement: 'Policy and statements',
  paper: 'Studies and papers',
  'case-study': 'Case studies',
  answer: 'Answers from staff',
  notice: sessionsGroup,
};
const order = [...new Set([...Object.values(groupOf)])].toSpliced(-1, 0, retractedGroup);

/** Groups what there is to read by its kind, in the order in which leaders weigh it. */
export function groupToRead<Item extends { publication: Publication }>(
  items: readonly Item[],
): ReadingGroup<Item>[] {
  const groups = Map.groupBy(items, ({ publication: { kind, status } }) =>
    status === 'retracted' ? retractedGroup : groupOf[kind],
  );
  return order.flatMap((name) => {
    const group = groups.get(name);
    return group === undefined ? [] : [{ name, items: afterReplacements(newestFirst(group)) }];
  });
}

/** By the dates as they are known, `2024-03` before `2024`. */
function newestFirst<Item extends { publication: Publication }>(items: readonly Item[]): Item[] {
  return items.toSorted((left, right) => {
    const [one, other] = [left.publication.date ?? '', right.publication.date ?? ''];
    return one < other ? 1 : Number(one > other) * -1;
  });
}

/** Each superseded one directly after what replaces it, where that is in the same group. */
function afterReplacements<Item extends { publication: Publication }>(
  items: readonly Item[],
): Item[] {
  const ordered = [...items];
  for (const item of items) {
    const { status, supersededBy } = item.publication;
    if (status !== 'superseded' || supersededBy === null) continue;
    const others = items.filter((each) => each !== item).map(({ publication }) => publication);
    const replacement = findReplacement(supersededBy, others);
    if (replacement === undefined) continue;
    ordered.splice(ordered.indexOf(item), 1);
    const place = ordered.findIndex(({ publication }) => publication.id === replacement.id);
    ordered.splice(place + 1, 0, item);
  }
  return ordered;
}
