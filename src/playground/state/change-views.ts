import type { View } from './views.ts';
import type { Workspace } from './workspace.ts';

type Content = Omit<View, 'id' | 'userId' | 'values' | 'hash' | 'rootViewId' | 'previousViewId'>;

const nextHash = (workspace: Workspace): string =>
  `${workspace.seconds()}.${workspace.nextId('h').toLowerCase()}`;

function createView(
  workspace: Workspace,
  userId: string,
  content: Content,
  previous: View | undefined,
): View {
  const id = workspace.nextId('V');
  const view: View = {
    ...content,
    id,
    userId,
    values: {},
    hash: nextHash(workspace),
    rootViewId: previous?.rootViewId ?? id,
    previousViewId: previous?.id ?? null,
  };
  workspace.state.views[id] = view;
  return view;
}

/** The modals a person has open, the topmost last. */
export function openModals(workspace: Workspace, userId: string): View[] {
  return (workspace.state.modals[userId] ?? []).flatMap((id) => workspace.state.views[id] ?? []);
}

/** Shows a modal: instead of what is open, or on top of it. */
export function openModal(
  workspace: Workspace,
  userId: string,
  content: Content,
  onTop: boolean,
): View {
  const below = onTop ? openModals(workspace, userId) : [];
  if (!onTop) closeAllModals(workspace, userId);
  const view = createView(workspace, userId, content, below.at(-1));
  workspace.state.modals[userId] = [...below, view].map(({ id }) => id);
  workspace.announce({ type: 'view-opened', view });
  return view;
}

/** Puts new content into a view; values of elements that are still there are kept. */
export function updateView(workspace: Workspace, view: View, content: Content): View {
  Object.assign(view, content, { hash: nextHash(workspace) });
  const blockIds = new Set(view.blocks.map((block) => block.block_id));
  view.values = Object.fromEntries(
    Object.entries(view.values).filter(([blockId]) => blockIds.has(blockId)),
  );
  workspace.announce({ type: 'view-updated', view });
  return view;
}

/** Closes the topmost modal of a person; what lies below it is shown again. */
export function closeModal(workspace: Workspace, view: View): void {
  const { modals, views } = workspace.state;
  modals[view.userId] = (modals[view.userId] ?? []).filter((id) => id !== view.id);
  delete views[view.id];
  workspace.announce({ type: 'view-closed', view });
}

export function closeAllModals(workspace: Workspace, userId: string): void {
  for (const view of openModals(workspace, userId).reverse()) closeModal(workspace, view);
}

/** Puts content on a person's App Home tab. */
export function publishHome(workspace: Workspace, userId: string, content: Content): View {
  const existing = homeView(workspace, userId);
  if (existing !== undefined) return updateView(workspace, existing, content);
  const view = createView(workspace, userId, content, undefined);
  workspace.state.homeViews[userId] = view.id;
  workspace.announce({ type: 'view-opened', view });
  return view;
}

export function homeView(workspace: Workspace, userId: string): View | undefined {
  return workspace.state.views[workspace.state.homeViews[userId] ?? ''];
}
