import { useMemo, useRef, useState } from 'react';
import type { Entry } from '../../interactions/element-values.ts';
import type { Option } from './elements/options.ts';
import type { Entries } from './entries.ts';

const noProblems = {};
const noValues = {};

/** Entries that live as long as the component, for messages. */
export function useOwnEntries(): Entries {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Entry>>(new Map());
  const { current: seen } = useRef(new Map<string, Option>());
  return useMemo(
    () => ({
      drafts,
      change: (key, entry) => setDrafts((before) => new Map(before).set(key, entry)),
      values: noValues,
      problems: noProblems,
      seen,
    }),
    [drafts, seen],
  );
}
