import { forgetOldEntries } from '../state/forget-old.ts';
import { lookUp } from '../state/look-up.ts';
import type { Workspace } from '../state/workspace.ts';
import { MethodError } from '../web-api/method-error.ts';

/** A trigger can be exchanged for three seconds, at the pace of programs. */
const triggerLifeMs = 3_000;

const format = /^\d+\.\d+\.[0-9a-z]+$/;

/** A new `trigger_id` for what a person has just done. */
export function issueTrigger(workspace: Workspace, userId: string): string {
  const id = `${workspace.seconds()}.${workspace.state.lastNumber}.${workspace.nextId('t').toLowerCase()}`;
  forgetOldEntries(workspace.state.triggers);
  workspace.state.triggers[id] = {
    userId,
    issuedAt: workspace.clock.programNow(),
    used: false,
  };
  return id;
}

/**
 * Takes a trigger in exchange for the right to show its person a modal.
 *
 * @returns the person's id.
 * @throws {MethodError} `invalid_trigger_id`, `expired_trigger_id`, `exchanged_trigger_id`.
 */
export function exchangeTrigger(workspace: Workspace, id: string): string {
  const trigger = lookUp(workspace.state.triggers, id);
  if (!format.test(id) || trigger === undefined) throw new MethodError('invalid_trigger_id');
  if (trigger.used) throw new MethodError('exchanged_trigger_id');
  const age = workspace.clock.programNow() - trigger.issuedAt;
  // A negative age: the state was restored by another process, long after.
  if (age < 0 || age > triggerLifeMs) throw new MethodError('expired_trigger_id');
  trigger.used = true;
  return trigger.userId;
}
