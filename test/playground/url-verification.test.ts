import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, LogLevel } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
const servers: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(answer: (challenge: string) => string): Promise<string> {
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += String(part);
    });
    request.on('end', () =>
      response.end(answer((JSON.parse(body) as { challenge: string }).challenge)),
    );
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('the address of an app', () => {
  it('is verified when a real Bolt app is there', async () => {
    let port = 0;
    const slack = await start({ requestUrl: () => `http://127.0.0.1:${port}/slack/events` });
    const app = new App({
      token: slack.botToken,
      signingSecret: slack.signingSecret,
      logLevel: LogLevel.ERROR,
      clientOptions: { slackApiUrl: slack.url },
    });
    const server = await app.start({ port: 0, host: '127.0.0.1' });
    servers.push({ close: () => app.stop() });
    port = (server as { address(): AddressInfo }).address().port;
    expect(await slack.verifyRequestUrl()).toBe(true);
  });

  it.each([
    ['in plain text', (challenge: string) => challenge, true],
    ['in JSON', (challenge: string) => JSON.stringify({ challenge }), true],
    ['with something else', () => 'hello', false],
  ])('may answer %s', async (_, answer, isVerified) => {
    const slack = await start({ requestUrl: await listen(answer) });
    expect(await slack.verifyRequestUrl()).toBe(isVerified);
  });

  it('is not verified when nobody is there, and there is none in Socket Mode', async () => {
    const slack = await start({ requestUrl: 'http://127.0.0.1:9/' });
    expect(await slack.verifyRequestUrl()).toBe(false);
    await expect((await start()).verifyRequestUrl()).rejects.toMatchObject({
      code: 'playground-no-request-url',
    });
  });
});
