import { useCallback, useContext, useMemo, useState } from 'react';
import type { Entry } from '../../interactions/element-values.ts';
import type { ElementPlace } from '../../page-api/page-protocol.ts';
import { useAct } from '../client/use-act.ts';
import type { Confirmation } from './confirm-dialog.tsx';
import { entryKey } from './elements/entry-key.ts';
import { firstEntry, heldEntry } from './elements/held-entry.ts';
import { entriesContext } from './entries.ts';
import type { Form, Placed } from './form.ts';
import { fieldsOf } from './read-block.ts';
import { useOwnEntries } from './use-own-entries.ts';

const keyOf = ({ blockId, actionId }: Placed): string => entryKey(blockId, actionId);

/** The form of one message or view, and the question it is asking, if any. */
export function useFormState(
  place: ElementPlace,
  surface: Form['surface'],
): { form: Form; confirmation: Confirmation | null } {
  const act = useAct();
  const own = useOwnEntries();
  const { drafts, change: keepDraft, values, problems, seen } = useContext(entriesContext) ?? own;
  const [sending, setSending] = useState<readonly string[]>([]);
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null);

  const isConfirmed = useCallback((confirm: unknown): Promise<boolean> => {
    if (confirm === undefined) return Promise.resolve(true);
    return new Promise((resolve) => {
      setConfirmation({
        confirm: fieldsOf(confirm),
        answer: (yes) => {
          setConfirmation(null);
          resolve(yes);
        },
      });
    });
  }, []);

  const dispatch = useCallback(
    async (placed: Placed, entry: Entry): Promise<void> => {
      const key = keyOf(placed);
      setSending((before) => [...before, key]);
      const { actionId, blockId } = placed;
      await act({ type: 'act', where: place, actionId, blockId, entry });
      setSending((before) => before.toSpliced(before.indexOf(key), 1));
    },
    [act, place],
  );

  const form = useMemo<Form>(
    () => ({
      place,
      surface,
      seen,
      entryOf: (placed) => {
        const key = keyOf(placed);
        if (drafts.has(key)) return drafts.get(key) ?? null;
        const held = heldEntry(values[placed.blockId]?.[placed.actionId]);
        return held === undefined ? firstEntry(placed.element) : held;
      },
      keep: (placed, entry) => keepDraft(keyOf(placed), entry),
      change: async (placed, entry) => {
        if (placed.sends && !(await isConfirmed(placed.element.confirm))) return false;
        keepDraft(keyOf(placed), entry);
        if (placed.sends) await dispatch(placed, entry);
        return true;
      },
      send: async (placed, entry, confirm) => {
        if (await isConfirmed(confirm)) await dispatch(placed, entry);
      },
      isSending: (placed) => sending.includes(keyOf(placed)),
      problemOf: (blockId) => (Object.hasOwn(problems, blockId) ? (problems[blockId] ?? '') : ''),
    }),
    [place, surface, seen, drafts, keepDraft, values, problems, sending, dispatch, isConfirmed],
  );
  return { form, confirmation };
}
