import { z } from 'zod';
import type { WebClients } from '../web/web-clients.ts';

const found = z.object({
  user: z.object({
    name: z.string().optional(),
    real_name: z.string().optional(),
    profile: z.object({ real_name: z.string().optional() }).optional(),
  }),
});

/** Looked up at once; Slack allows about a hundred a minute. */
const parallel = 4;

/** Names of people by their id, as their profile has them; those who cannot be looked up are left out. */
export async function findNames(
  { reading }: WebClients,
  people: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const rest = [...people];
  async function work(): Promise<void> {
    for (let person = rest.shift(); person !== undefined; person = rest.shift()) {
      try {
        const { user } = found.parse(await reading.users.info({ user: person }));
        const name = user.profile?.real_name ?? user.real_name ?? user.name;
        if (name !== undefined && name !== '') names.set(person, name);
      } catch {
        // The list is worth having without a name.
      }
    }
  }
  await Promise.all(Array.from({ length: parallel }, work));
  return names;
}
