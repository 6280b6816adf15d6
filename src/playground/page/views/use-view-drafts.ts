import { useMemo, useRef, useState } from 'react';
import type { Entry } from '../../interactions/element-values.ts';
import type { View } from '../../state/views.ts';
import type { Option } from '../blocks/elements/options.ts';
import type { Entries } from '../blocks/entries.ts';

type Problems = Readonly<Record<string, string>>;

export interface ViewDrafts {
  entries: Entries;
  setProblems(problems: Problems): void;
}

const none: Problems = {};

/**
 * What has been filled in in a view and not sent yet. It survives that the app updates the view, as
 * in Slack: entries are found again by block and action id.
 */
export function useViewDrafts(view: View): ViewDrafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Entry>>(new Map());
  const [problems, setProblems] = useState<Problems>(none);
  const { current: seen } = useRef(new Map<string, Option>());
  const entries = useMemo<Entries>(
    () => ({
      drafts,
      change: (key, entry) => setDrafts((before) => new Map(before).set(key, entry)),
      values: view.values,
      problems,
      seen,
    }),
    [drafts, view.values, problems, seen],
  );
  return { entries, setProblems };
}
