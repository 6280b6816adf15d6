import { describe, expect, test } from 'vitest';
import { findCandidates } from '../../../src/answering/index.ts';
import { scriptPassages } from '../scripted-search.ts';

function textsOf(text: string): string[] {
  const { found, texts } = scriptPassages([{ text }]);
  return findCandidates(found.passages, texts).map((candidate) => candidate.text);
}

describe('what leads in to a list', () => {
  test('comes with an item that is the only one, since it may deny it', () => {
    expect(textsOf('Wards are asked not to:\n\nmove patients after eight at night.')).toContain(
      'Wards are asked not to: move patients after eight at night.',
    );
  });

  test('comes with the first sentence of what follows it, and with no other', () => {
    const found = textsOf('The ward rule is:\n\nNobody leaves at night. Taxis wait at the gate.');
    expect(found).toContain('The ward rule is: Nobody leaves at night.');
    expect(found).toContain('Taxis wait at the gate.');
  });

  test('does not come with a paragraph after the list', () => {
    const found = textsOf(
      'The rules are these:\n\n- Bring the letter.\n- Bring a coat.\n\nTaxis wait at the main gate.',
    );
    expect(found).toContain('The rules are these: - Bring a coat.');
    expect(found).toContain('Taxis wait at the main gate.');
  });
});

describe('a term at the beginning of a paragraph', () => {
  test('comes with the sentence that explains it', () => {
    expect(
      textsOf('Integrated care board (ICB). The NHS body that plans services for an area.'),
    ).toContain('Integrated care board (ICB). The NHS body that plans services for an area.');
  });

  test('does not come with a sentence on what it names', () => {
    const found = textsOf(
      'Ward doctor. The doctor who asks for a test owns its result.\n\nWard pharmacist. The pharmacist checks for what was stopped.',
    );
    expect(found).toContain('The doctor who asks for a test owns its result.');
    expect(found).toContain('The pharmacist checks for what was stopped.');
  });
});
