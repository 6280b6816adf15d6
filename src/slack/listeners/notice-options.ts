import { z } from 'zod';
import { describeError } from '../../messaging/index.ts';
import { audienceSchema } from '../../people/index.ts';
import type { InteractionView } from '../interactions/interaction.ts';
import { readEntered } from '../notices/composing/entered-values.ts';
import type { FormOption } from '../notices/composing/form-elements.ts';
import { noticeFields, readFormNotices } from '../notices/composing/form-ids.ts';
import { suggestPublications } from '../notices/composing/suggest-publications.ts';
import { suggestZones } from '../notices/composing/suggest-zones.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const suggestionBody = z.object({
  user: z.object({ id: z.string().min(1) }),
  value: z.string().max(500).default(''),
  view: z
    .object({
      private_metadata: z.string().default(''),
      state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
    })
    .optional(),
});

/** Fills the menus of notices as people type: time zones and publications. */
export const listenToNoticeMenus: RegisterListener = (context) => {
  const { app, clock } = context;
  const offer = (
    actionId: string,
    find: (
      typed: string,
      person: string,
      values: InteractionView['values'],
      metadata: string,
    ) => Promise<FormOption[]>,
  ): void => {
    app.options(actionId, async ({ ack, body }) => {
      const { user, value, view } = suggestionBody.parse(body);
      const options = await find(
        value,
        user.id,
        view?.state.values ?? {},
        view?.private_metadata ?? '',
      ).catch((error: unknown): FormOption[] => {
        context.log.warn({ menu: actionId, reason: describeError(error) }, 'menu-not-filled');
        return [];
      });
      // The builders of options make them valid; Slack's types know them as one great union.
      await ack({ options: options as never });
    });
  };

  offer(noticeFields.zone, async (typed) => suggestZones(typed));
  offer(noticeFields.papers, async (typed, person, values) => {
    const chosen = readEntered(values).chosen(noticeFields.audience);
    const audience = audienceSchema.safeParse(chosen);
    // Slack may leave out what nobody has touched; what is chosen is checked when it is sent.
    const found = await choosable(context, person, audience.success ? audience.data : 'members');
    return suggestPublications(found, typed, clock.now());
  });
  offer(noticeFields.materials, async (typed, person, _values, metadata) => {
    const { target } = readFormNotices(metadata);
    const notice = target === null ? null : await context.notices.store.find(target);
    const found = await choosable(context, person, notice?.audience ?? 'members');
    return suggestPublications(found, typed, clock.now());
  });
  offer(noticeFields.publication, async (typed, person) => {
    const found = await choosable(context, person, null);
    return suggestPublications(found, typed, clock.now());
  });
};

/** @param audience that has to be able to read them; null for any, those under embargo too. */
async function choosable(
  { composing: { desk } }: ListenerContext,
  person: string,
  audience: Parameters<typeof desk.choosable>[1],
) {
  const writer = await desk.writer(person);
  return writer === null ? [] : desk.choosable(writer, audience, audience === null);
}
