import { Document, Packer, Paragraph } from 'docx';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createDocumentReaders, type ReadDocument, ReadError } from '../../../src/library/index.ts';
import { pdfOf } from './pdf-of.ts';
import { slides } from './slides.ts';

const names = ['a.pdf', 'a.docx', 'a.pptx', 'a.html', 'a.md', 'a.txt'];
const readers = createDocumentReaders({ timeMs: 10_000 });
afterAll(() => readers.close());

/** A document that keeps its contract, or an error of the one kind. */
async function expectSoundOutcome(name: string, bytes: Uint8Array): Promise<void> {
  const outcome: ReadDocument | unknown = await readers
    .read(name, bytes)
    .catch((error: unknown) => error);
  if (outcome instanceof Error) {
    expect(outcome).toBeInstanceOf(ReadError);
    expect(['read-timed-out', 'read-out-of-memory', 'read-crashed']).not.toContain(
      (outcome as ReadError).code,
    );
    return;
  }
  const { blocks, pageCount } = outcome as ReadDocument;
  expect(blocks.length).toBeGreaterThan(0);
  let page = 0;
  for (const block of blocks) {
    expect(block.text).toBe(block.text.normalize('NFC').replace(/\s+/g, ' ').trim());
    expect(block.text).not.toBe('');
    expect(block.level === undefined).toBe(block.kind !== 'heading');
    expect(block.pages.length > 0).toBe(pageCount !== null);
    for (const [index, start] of block.pages.entries()) {
      expect(start.page).toBeGreaterThanOrEqual(page);
      expect(start.page).toBeLessThanOrEqual(pageCount ?? 0);
      if (index === 0) expect(start.offset).toBe(0);
      else expect(start.offset).toBeGreaterThan(block.pages[index - 1]?.offset ?? 0);
      expect(start.offset).toBeLessThan(block.text.length);
      page = start.page;
    }
  }
}

const wholeFiles: Record<string, () => Promise<Uint8Array>> = {
  'a.pdf': () =>
    pdfOf((pdf) =>
      pdf.text('A plan for going home well.').addPage().text('It names the medicines.'),
    ),
  'a.docx': () =>
    Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('A plan for going home.')] }] }),
    ),
  'a.pptx': async () => slides([{ title: 'A plan', lines: ['It names the medicines.'] }]),
  'a.html': async () =>
    Buffer.from('<!doctype html><html><body><main><h1>Plan</h1><p>Text.</p></main></body></html>'),
  'a.md': async () =>
    Buffer.from('---\ntitle: Plan\n---\n\n# Plan\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'),
};

describe('whatever bytes come', () => {
  test('random bytes give a sound document or a read error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.uint8Array({ minLength: 1, maxLength: 400 }),
        expectSoundOutcome,
      ),
      { numRuns: 100, seed: 7 },
    );
  });

  test('random text, of any script, too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('a.md', 'a.txt', 'a.html'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
        (name, text) => expectSoundOutcome(name, Buffer.from(text)),
      ),
      { numRuns: 80, seed: 11 },
    );
  });

  test.each(Object.keys(wholeFiles))('%s with bytes changed, cut out or cut off', async (name) => {
    const whole = Buffer.from((await wholeFiles[name]?.()) ?? []);
    const place = fc.integer({ min: 0, max: whole.length - 1 });
    const change = fc.record({
      bytes: fc.array(fc.record({ place, value: fc.integer({ min: 0, max: 255 }) }), {
        maxLength: 12,
      }),
      cut: fc.record({ place, length: fc.constantFrom(0, 0, 1, 40) }),
      end: fc.constantFrom(whole.length, whole.length, Math.floor(whole.length / 2)),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ bytes, cut, end }) => {
        const mutated = Buffer.from(whole);
        for (const { place: at, value } of bytes) mutated[at] = value;
        const without = Buffer.concat([
          mutated.subarray(0, cut.place),
          mutated.subarray(cut.place + cut.length),
        ]);
        const content = without.subarray(0, end);
        if (content.length > 0) await expectSoundOutcome(name, content);
      }),
      { numRuns: 40, seed: 13 },
    );
  });

  test('text nested without end is an error that says so', async () => {
    const nested = readers.read('a.md', Buffer.from(`${'> '.repeat(3_000)}text`));
    await expect(nested).rejects.toThrow(/nested too deeply/);
  });

  test.each(['a.pdf', 'a.docx', 'a.pptx'])(
    '%s cut off anywhere before its end is an error, never half a document',
    async (name) => {
      const whole = Buffer.from((await wholeFiles[name]?.()) ?? []);
      for (let share = 0.1; share < 0.95; share += 0.1) {
        const cut = whole.subarray(0, Math.floor(whole.length * share));
        await expect(readers.read(name, cut)).rejects.toMatchObject({ code: 'file-truncated' });
      }
    },
  );
});
