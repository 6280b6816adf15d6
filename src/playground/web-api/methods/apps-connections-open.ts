import { z } from 'zod';
import { defineMethod } from '../define-method.ts';

/** `apps.connections.open`: the address of a new Socket Mode connection. */
export const appsConnectionsOpen = defineMethod({
  name: 'apps.connections.open',
  token: 'app',
  arguments: z.looseObject({}),
  run: ({ openConnection }) => ({ url: openConnection() }),
});
