import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateBlocks } from '../../../src/playground/blocks/validate-blocks.ts';
import { fileFormView } from '../../../src/slack/uploads/file-form.ts';
import { offerMessages } from '../../../src/slack/uploads/offer-message.ts';
import { readUploadedFiles } from '../../../src/slack/uploads/uploaded-file.ts';
import { anyText } from '../blocks/arbitrary-answers.ts';

const report = { id: 'F1', name: 'Report.PDF', size: 1_000 };

test('each file that can be read is offered, of each other one is said why not', () => {
  const files = readUploadedFiles([
    report,
    { id: 'F2', name: 'photo.png', size: 1_000 },
    { id: 'F3', name: 'large.docx', size: 31_000_000 },
    { id: 'odd id', name: 'report.pdf' },
    'nonsense',
  ]);
  expect(files.map(({ id }) => id)).toEqual(['F1', 'F2', 'F3']);
  const [message, ...more] = offerMessages(files, true);
  expect(more).toEqual([]);
  const shown = JSON.stringify(message?.blocks);
  expect(shown).toContain('I can summarise *Report.PDF*. Choose');
  expect(shown).toContain('I cannot read *photo.png*: I read PDF');
  expect(shown).toContain('I cannot read *large.docx*: it is larger than 30 MB.');
  expect(shown).toContain('does not come into the library');
  expect(shown).toContain('The language model is given its text');
  expect(JSON.stringify(offerMessages(files, false))).not.toContain('language model');
});

test('whatever files are called, Slack takes the offer and the form', () => {
  const anyFile = fc.record({
    id: fc.stringMatching(/^F[A-Z0-9]{8}$/),
    name: fc.oneof(
      anyText,
      anyText.map((text) => `${text}.pdf`),
    ),
    size: fc.nat({ max: 40_000_000 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(anyFile, { maxLength: 10, selector: ({ id }) => id }), (sent) => {
      const files = readUploadedFiles(sent);
      for (const { blocks, text } of offerMessages(files, true)) {
        expect(validateBlocks(blocks, 'message')).toEqual([]);
        expect(`${text}${JSON.stringify(blocks)}`).not.toMatch(/<[!@]|<https?:/);
      }
      const form = fileFormView(files, true);
      if (form !== null && 'blocks' in form) {
        expect(validateBlocks(form.blocks, 'modal')).toEqual([]);
        expect(JSON.stringify(form)).not.toMatch(/<[!@]|<https?:/);
      }
    }),
    { numRuns: 60 },
  );
});

test('a file of which Slack tells no name yet is offered', () => {
  const files = readUploadedFiles([{ id: 'F1', file_access: 'check_file_info' }]);
  expect(JSON.stringify(offerMessages(files, true))).toContain('I can summarise *this file*.');
});

test('a message without a file that can be read has no form', () => {
  expect(fileFormView(readUploadedFiles([{ id: 'F2', name: 'photo.png' }]), false)).toBeNull();
});
