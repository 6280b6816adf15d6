import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { HnswGraph } from '../../src/retrieval/semantic/hnsw-graph.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-graph-'));
const path = join(folder, 'graph');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unit = (angle: number): Float32Array => Float32Array.of(Math.cos(angle), Math.sin(angle));
const east = unit(0);

const change = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constantFrom('put' as const, 'remove' as const),
      key: fc.integer({ min: 0, max: 7 }),
      angle: fc.float({ min: 0, max: 6, noNaN: true }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'reread' as const, key: 0, angle: 0 }) },
);

test('holds each key once, as it was put last, also after it was read from a file', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 30, maxLength: 60, size: 'max' }), (changes) => {
      let graph = HnswGraph.create(2, 20);
      const angles = new Map<number, number>();
      for (const { kind, key, angle } of changes) {
        if (kind === 'reread') {
          graph.write(path);
          graph = HnswGraph.read(path, 2);
          continue;
        }
        if (angles.delete(key)) graph.remove(key);
        if (kind === 'remove') continue;
        graph.put(key, unit(angle));
        angles.set(key, angle);
      }
      const found = new Map(graph.search(east, 20).map(({ key, score }) => [key, score]));
      expect([...found.keys()].sort()).toEqual([...angles.keys()].sort());
      for (const [key, angle] of angles) expect(found.get(key)).toBeCloseTo(Math.cos(angle), 4);
    }),
    { numRuns: 500 },
  );
});
