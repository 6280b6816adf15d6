import { z } from 'zod';
import { exchangeTrigger } from '../../interactions/triggers.ts';
import {
  homeView,
  openModal,
  openModals,
  publishHome,
  updateView,
} from '../../state/change-views.ts';
import { lookUp } from '../../state/look-up.ts';
import type { View } from '../../state/views.ts';
import type { Workspace } from '../../state/workspace.ts';
import { presentView } from '../../wire/present-view.ts';
import { decoded, requiredText, text } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { explainedError, MethodError } from '../method-error.ts';
import { readView } from '../read-view.ts';

/** "Currently the limit is 3." */
const maximumModals = 3;

const triggerArguments = z.looseObject({ trigger_id: requiredText, view: decoded });

const result = (workspace: Workspace, view: View) => ({ view: presentView(workspace, view) });

/** `views.open`: shows a modal to the person whose trigger it is. */
export const viewsOpen = defineMethod({
  name: 'views.open',
  arguments: triggerArguments,
  run({ workspace }, values) {
    const content = readView(workspace, values.view, 'modal');
    const user = exchangeTrigger(workspace, values.trigger_id);
    return result(workspace, openModal(workspace, user, content, false));
  },
});

/** `views.push`: shows a modal on top of the one that is open. */
export const viewsPush = defineMethod({
  name: 'views.push',
  arguments: triggerArguments,
  run({ workspace }, values) {
    const content = readView(workspace, values.view, 'modal');
    const user = exchangeTrigger(workspace, values.trigger_id);
    const open = openModals(workspace, user);
    if (open.length === 0) throw new MethodError('not_found');
    if (open.length >= maximumModals) throw new MethodError('push_limit_reached');
    return result(workspace, openModal(workspace, user, content, true));
  },
});

function requireHash(view: View | undefined, hash: string | undefined): void {
  if (hash !== undefined && view !== undefined && view.hash !== hash) {
    throw new MethodError('hash_conflict');
  }
}

/** `views.update`: changes a view that is shown. */
export const viewsUpdate = defineMethod({
  name: 'views.update',
  arguments: z.looseObject({
    view: decoded,
    view_id: text.optional(),
    external_id: text.optional(),
    hash: text.optional(),
  }),
  run({ workspace }, values) {
    const { view_id: id, external_id: externalId } = values;
    if (!id && !externalId) {
      throw explainedError('invalid_arguments', ['one of view_id, external_id is required']);
    }
    const view = Object.values(workspace.state.views).find((candidate) =>
      id ? candidate.id === id : candidate.externalId === externalId,
    );
    if (view === undefined) throw new MethodError('not_found');
    requireHash(view, values.hash);
    const content = readView(workspace, values.view, view.type, view.id);
    return result(workspace, updateView(workspace, view, content));
  },
});

/** `views.publish`: fills a person's App Home tab. */
export const viewsPublish = defineMethod({
  name: 'views.publish',
  arguments: z.looseObject({ user_id: requiredText, view: decoded, hash: text.optional() }),
  run({ workspace }, values) {
    const person = lookUp(workspace.state.people, values.user_id);
    if (person === undefined || person.isBot) throw new MethodError('user_not_found');
    if (workspace.manifest?.hasHomeTab === false) throw new MethodError('not_enabled');
    const existing = homeView(workspace, person.id);
    requireHash(existing, values.hash);
    const content = readView(workspace, values.view, 'home', existing?.id);
    return result(workspace, publishHome(workspace, person.id, content));
  },
});
