import { z } from 'zod';
import { confirmation, identifier, plainText } from './composition-schemas.ts';

/** What interactive elements have in common, to be spread into their schemas. */

export const actionId = { action_id: identifier.optional() };
export const confirm = { confirm: confirmation.optional() };
export const focus = { focus_on_load: z.boolean().optional() };
export const placeholder = { placeholder: plainText(150).optional() };
export const common = { ...actionId, ...confirm, ...focus };
export const chooser = { ...common, ...placeholder };
export const names = z.array(z.string()).optional();
