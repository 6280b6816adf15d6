import { expect, test } from 'vitest';
import { composeOptions, composingIn } from './compose-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

/** A template of Sofia's, seen by Leo among those there are. */
async function templates() {
  const journey = await start(composeOptions());
  const sofia = composingIn(journey);
  await sofia.sessionForm();
  await sofia.person.submitView(sofia.session());
  await sofia.modal('Preview');
  await sofia.person.actInModal('notice-keep-as-template');
  await expect.poll(() => sofia.shown()).toContain('Kept as a template');
  await sofia.person.closeView();
  const leo = composingIn(journey, 'leo');
  await leo.person.globalShortcut('new_notice');
  await leo.modal('New notice');
  await leo.person.submitView({ 'notice-kind': 'template' });
  await leo.modal('Templates');
  const [kept] = await journey.notices.store.templates();
  return { journey, sofia, leo, kept };
}

test('a notice that is kept as a template is begun by others of the staff', async () => {
  const { journey, leo, kept } = await templates();
  expect(leo.shown()).toContain('*Discharge, together*');
  expect(leo.shown()).toContain('kept by <@U0SOFIA0000>');
  await leo.person.actInModal('notice-duplicate', null, `template-${kept?.id}`);
  const form = await leo.modal('Session');
  expect(leo.shown(form)).toContain('"initial_value":"Discharge, together"');
  const { errors } = await leo.person.submitView({
    'notice-start': 'next Friday 9am',
    'notice-end': '',
  });
  expect(errors).toEqual({});
  await leo.modal('Preview');
  await leo.person.submitView();
  await leo.modal('On its way');
  expect(await journey.notices.store.templates()).toHaveLength(1);
  await expect(journey.notices.notices.submit(kept?.id ?? '', 'U0LEO000000')).rejects.toMatchObject(
    { code: 'notice-state' },
  );
});

test('a template is deleted by anybody of the staff', async () => {
  const { journey, leo, kept } = await templates();
  await leo.person.actInModal('notice-remove', null, `template-${kept?.id}`);
  await expect.poll(() => leo.shown()).toContain('There are none yet.');
  expect(await journey.notices.store.templates()).toEqual([]);
  // The draft that it was made of is its author's own.
  expect(await journey.notices.store.draftsOf('U0SOFIA0000')).toHaveLength(1);
});
