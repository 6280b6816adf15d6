import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** When something passed, by performance.now(). */
export interface TappedAnswer {
  /** What was asked of the model. */
  request: string;
  /** Moments at which claims were complete, in order. */
  claims: number[];
  /** The stream was over; null while it is not. */
  ended: number | null;
}

/** Stands between the app and the service of the model, and notes when what passes. */
export interface WireTap {
  url: string;
  answers: TappedAnswer[];
  close(): Promise<void>;
}

/** A claim, as its last quote closes: no sentence here holds this. */
const claimEnd = /"\}\]\}/g;

/** @param target base of the service, without a path. */
export async function startWireTap(target: string): Promise<WireTap> {
  const answers: TappedAnswer[] = [];

  function passOn(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const answer: TappedAnswer = { request: '', claims: [], ended: null };
    const { method, headers, url = '' } = incoming;
    const onward = request(new URL(url, target), { method, headers, agent: false }, (response) => {
      outgoing.writeHead(response.statusCode ?? 500, response.headers);
      let events = '';
      response.on('data', (chunk: Buffer) => {
        events += chunk;
        const complete = textOf(events).match(claimEnd)?.length ?? 0;
        const now = performance.now();
        while (answer.claims.length < complete) answer.claims.push(now);
        outgoing.write(chunk);
      });
      response.on('end', () => {
        answer.ended = performance.now();
        outgoing.end();
      });
      response.on('error', () => outgoing.destroy());
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.on('data', (chunk: Buffer) => {
      answer.request += chunk;
      onward.write(chunk);
    });
    incoming.on('end', () => {
      answers.push(answer);
      onward.end();
    });
  }

  const server = createServer(passOn);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    answers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What the events so far have said of the output. */
function textOf(events: string): string {
  return events
    .split('\n\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('data: {'))
    .map((line) => {
      const event = JSON.parse(line.slice(6)) as { choices?: { delta?: { content?: string } }[] };
      return event.choices?.[0]?.delta?.content ?? '';
    })
    .join('');
}
