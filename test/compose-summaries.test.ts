import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenLibrary, openLibrary } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { audiencesUpTo } from '../src/people/index.ts';
import { claimsOf, findPublications, ReportRefused } from '../src/summaries/index.ts';
import { createRecordingLog } from './fakes/recording-log.ts';
import { createTestClock } from './fakes/test-clock.ts';

const corpus = resolve(import.meta.dirname, '../corpus');
const asked = { audiences: audiencesUpTo('leads'), asker: null };

let directory: string;
/** Two processes that share a database. */
let replicas: OpenLibrary[] = [];
let library: OpenLibrary;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'concord-summaries-'));
  const config = readConfig({ DATA_DIR: directory, LIBRARY_DIRS: corpus }, '/nowhere');
  const open = () =>
    openLibrary(config, {
      clock: createTestClock(Date.UTC(2026, 10, 22)),
      log: createRecordingLog().log,
    });
  const first = await open();
  await first.ingest();
  replicas = [first, await open()];
  library = first;
}, 60_000);
afterAll(async () => {
  for (const each of replicas) await each.close();
  await rm(directory, { recursive: true });
});

async function idOf(typed: string): Promise<string> {
  const readable = await library.view.readable(asked.audiences);
  const { match, publications } = findPublications(readable, typed, 2);
  const [found] = publications;
  if (match !== 'one' || found === undefined) throw new Error(`${typed} is not one publication`);
  return found.id;
}

describe('reports of the sample library', () => {
  test('a summary is the same for two replicas that are asked at once', async () => {
    const publicationId = await idOf('pooled budget');
    const request = { ...asked, publicationId, length: 'full', reader: 'board' } as const;
    const kept = await Promise.all(replicas.map(({ summaries }) => summaries.summarise(request)));
    expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    expect(claimsOf(kept[0]?.report ?? never()).length).toBeGreaterThan(3);
  });

  test('publications are compared, with columns of one’s own', async () => {
    const publicationIds = [await idOf('heart first year'), await idOf('heart evaluation')];
    const { report, drawnOn } = await library.summaries.compare({
      ...asked,
      publicationIds,
      columns: ['outcomes', 'cost'],
    });
    expect(report.kind).toBe('comparison');
    expect(drawnOn.map(({ publicationId }) => publicationId)).toEqual(publicationIds);
    const again = await library.summaries.compare({ ...asked, publicationIds, columns: ['year'] });
    expect(again.report.parts).not.toEqual(report.parts);
  });

  test('what has changed from one policy to the next is told', async () => {
    const request = {
      ...asked,
      earlierId: await idOf('discharge 2019'),
      laterId: await idOf('discharge 2024'),
    };
    const kept = await library.summaries.changes(request);
    expect(kept.report.kind).toBe('changes');
    expect(kept.report.sources).toHaveLength(2);
    expect((await library.summaries.changes(request)).id).toBe(kept.id);
  });

  test('a briefing is given again to those who may read the same', async () => {
    const request = { ...asked, topic: 'discharge from hospital' };
    const kept = await library.summaries.brief(request);
    expect(kept.report.kind).toBe('briefing');
    expect(kept.drawnOn.length).toBeGreaterThan(1);
    const again = await library.summaries.brief({ ...request, topic: ' Discharge  from hospital' });
    expect(again.id).toBe(kept.id);
    const members = { ...request, audiences: audiencesUpTo('members') };
    expect((await library.summaries.brief(members)).id).not.toBe(kept.id);
  });

  test('is refused with what to do: too few, the same twice, nothing on a topic', async () => {
    const { summaries } = library;
    const id = await idOf('pooled budget');
    const refusals = [
      summaries.compare({ ...asked, publicationIds: [id], columns: [] }),
      summaries.compare({ ...asked, publicationIds: [id, id], columns: [] }),
      summaries.changes({ ...asked, earlierId: id, laterId: id }),
      summaries.brief({ ...asked, topic: 'quantum chromodynamics' }),
    ];
    for (const report of refusals) {
      const error = await report.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ReportRefused);
    }
  });

  test('what somebody typed is kept without identifiers of people', async () => {
    const publicationIds = [await idOf('heart first year'), await idOf('heart evaluation')];
    const columns = ['letters to jane.doe@example.org'];
    const { report } = await library.summaries.compare({ ...asked, publicationIds, columns });
    expect(JSON.stringify(report)).not.toContain('jane.doe');
  });
});

function never(): never {
  throw new Error('nothing was given');
}
