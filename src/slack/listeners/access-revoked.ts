import type { RegisterListener } from './listener.ts';

/** Concord was removed from the workspace: there is nobody left to answer. */
export const listenToRevocation: RegisterListener = ({ app, log, onRevoked }) => {
  app.event('app_uninstalled', async () => {
    log.error({}, 'slack-app-uninstalled');
    onRevoked();
  });
  app.event('tokens_revoked', async ({ event }) => {
    if ((event.tokens.bot ?? []).length === 0) return;
    log.error({}, 'slack-token-revoked');
    onRevoked();
  });
};
