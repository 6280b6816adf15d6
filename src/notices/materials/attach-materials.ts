import type { Clock } from '../../clock.ts';
import { cards } from '../changes/follow-changes.ts';
import { withhold } from '../changes/withheld-details.ts';
import type { TasksToAdd } from '../follow-up.ts';
import type { Notice, SessionMaterials } from '../notice.ts';
import { NoticeError } from '../notice-error.ts';
import { requireState, unknownNotice } from '../notice-requirements.ts';
import type { NoticeStore } from '../notice-store.ts';
import type { EditOptions } from '../notices.ts';
import type { OutboxTask } from '../outbox/outbox.ts';
import { participants } from '../outbox/plan-tasks.ts';
import { checkMaterials } from './check-materials.ts';

export interface AttachMaterialsParts {
  store: Pick<NoticeStore, 'change'>;
  clock: Clock;
  /** How long nobody is told, so that what was a mistake can be removed, ms. */
  graceMs: number;
  /** Something is to be sent: look now. */
  wake(): void;
}

/** What somebody attaches; nothing of it takes away what was attached before. */
export type AttachedMaterials = Omit<SessionMaterials, 'edition'>;

/**
 * Attaches materials to a session that was announced, in place of those it has. Its cards show them;
 * those who were going or may have come are told, once for each time that something is added. Where
 * somebody is outside its audience, the cards show them only when all is to be shown.
 *
 * @throws {NoticeError}
 */
export type AttachMaterials = (
  id: string,
  materials: AttachedMaterials,
  options?: EditOptions,
) => Promise<{ notice: Notice; tells: boolean }>;

export function createAttachMaterials(parts: AttachMaterialsParts): AttachMaterials {
  const { store, clock, graceMs } = parts;
  return async (id, attached, { showAll } = { showAll: false }) => {
    let tells = false;
    const attach = (current: Notice): Notice => {
      const now = clock.now();
      requireState(current, 'scheduled');
      const { details, announceAt } = current;
      if (details.kind !== 'session' || announceAt === null || announceAt > now) {
        const text = 'Materials are attached to sessions that were announced.';
        throw new NoticeError('notice-state', text);
      }
      tells = isMore(details.materials, attached);
      const edition = (details.materials?.edition ?? 0) + (tells ? 1 : 0);
      const materials = { ...attached, edition };
      const [problem] = checkMaterials(materials);
      if (problem !== undefined) throw new NoticeError('notice-incomplete', problem);
      // Calendars have nothing to do with it: neither the version nor the time of change is another.
      return withhold(current, { ...current, details: { ...details, materials } }, showAll);
    };
    const notice = await store.change(id, attach, {
      tell: ({ after, tasks }) => tellMaterials(after, tasks, { tells, now: clock.now(), graceMs }),
    });
    if (notice === null) throw unknownNotice();
    parts.wake();
    return { notice, tells };
  };
}

/** Cards show them; those who took part are told when there is something to tell. */
function tellMaterials(
  notice: Notice,
  tasks: readonly OutboxTask[],
  { tells, now, graceMs }: { tells: boolean; now: number; graceMs: number },
): TasksToAdd {
  const occasion = `materials-${editionOf(notice)}`;
  const told = { occasion, place: participants, dueAt: now + graceMs, uselessAt: null };
  return { add: tells ? [told] : [], renew: cards(tasks, now) };
}

/** Which edition of its materials a notice has; 0 when it never had any, or has none now. */
export function editionOf({ details }: Pick<Notice, 'details'>): number {
  if (details.kind !== 'session' || details.materials === undefined) return 0;
  return hasMaterials(details.materials) ? details.materials.edition : 0;
}

function hasMaterials(materials: AttachedMaterials | undefined): boolean {
  if (materials === undefined) return false;
  const { links, publications, note } = materials;
  return links.length + publications.length > 0 || note.trim() !== '';
}

/** Whether there is something that there was not before. */
function isMore(before: AttachedMaterials | undefined, after: AttachedMaterials): boolean {
  if (!hasMaterials(before)) return hasMaterials(after);
  const urls = new Set(before?.links.map(({ url }) => url));
  const publications = new Set(before?.publications);
  return (
    after.links.some(({ url }) => !urls.has(url)) ||
    after.publications.some((id) => !publications.has(id))
  );
}
