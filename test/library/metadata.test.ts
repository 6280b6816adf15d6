import { describe, expect, test } from 'vitest';
import {
  type Block,
  MetadataError,
  type MetadataSources,
  type ReadDocument,
  resolveMetadata,
  type Sidecar,
} from '../../src/library/index.ts';

const now = Date.UTC(2026, 10, 22);

function document(parts: Partial<ReadDocument> = {}): ReadDocument {
  return {
    format: 'pdf',
    blocks: [block('paragraph', 'Some words that are a sentence.')],
    pageCount: 1,
    pageLabels: null,
    properties: {},
    warnings: [],
    ...parts,
  };
}

function block(kind: Block['kind'], text: string, level?: number): Block {
  return { kind, text, pages: [{ page: 1, offset: 0 }], ...(level === undefined ? {} : { level }) };
}

function sidecar(text: string): Sidecar {
  return { fileName: 'paper.pdf.meta.yaml', bytes: new TextEncoder().encode(text), text };
}

function resolve(sources: Partial<MetadataSources> = {}) {
  return resolveMetadata({
    path: 'papers/paper.pdf',
    document: document(),
    sidecar: null,
    now,
    ...sources,
  });
}

function problemsOf(frontMatter: Record<string, unknown>): string {
  try {
    resolve({ document: document({ properties: { frontMatter } }) });
  } catch (error) {
    if (error instanceof MetadataError) return error.message;
    throw error;
  }
  return 'none';
}

describe('what is known of a publication', () => {
  test('comes field by field from front matter, sidecar, properties and guess', () => {
    const metadata = resolve({
      path: 'case-studies/paper.pdf',
      document: document({
        blocks: [block('heading', 'Guessed title', 1), block('paragraph', '6 October 2014')],
        properties: {
          title: 'Title of the file',
          authors: ['Author of the file'],
          date: '2001-01-01',
          language: 'en_GB',
          frontMatter: { title: 'Title from front matter' },
        },
      }),
      sidecar: sidecar(
        'title: Title from sidecar\nauthors: Ada Byron; Mary Seacole\nlink: https://example.org/a b',
      ),
    });
    expect(metadata).toEqual({
      title: 'Title from front matter',
      authors: ['Ada Byron', 'Mary Seacole'],
      date: '2001-01-01',
      kind: 'case-study',
      audience: 'members',
      link: 'https://example.org/a%20b',
      status: 'current',
      supersededBy: null,
      embargoedUntil: null,
      language: 'en-GB',
      illustrative: false,
    });
  });

  test('may be written in camel case, as a list, with a year alone', () => {
    const metadata = resolve({
      sidecar: sidecar(
        'authors: [Ada, Mary]\ndate: 2014\nsupersededBy: The newer one\nillustrative: true\naudience: group:discharge-board',
      ),
    });
    expect(metadata).toMatchObject({
      authors: ['Ada', 'Mary'],
      date: '2014',
      status: 'superseded',
      supersededBy: 'The newer one',
      illustrative: true,
      audience: 'group:discharge-board',
    });
  });

  test('uses defaults last', () => {
    expect(resolve({ defaults: { audience: 'leads', language: 'cy' } })).toMatchObject({
      audience: 'leads',
      language: 'cy',
    });
    const stated = sidecar('audience: public');
    expect(resolve({ defaults: { audience: 'leads' }, sidecar: stated }).audience).toBe('public');
  });

  test.each([
    ['2026-03-29', Date.UTC(2026, 2, 29, 0)],
    ['2026-03-30', Date.UTC(2026, 2, 29, 23)],
    ['2026-10-25', Date.UTC(2026, 9, 24, 23)],
    ['2026-10-26', Date.UTC(2026, 9, 26, 0)],
    ['2026-07-01T09:30', Date.UTC(2026, 6, 1, 8, 30)],
    ['2026-07-01T09:30:00Z', Date.UTC(2026, 6, 1, 9, 30)],
    ['2026-07-01T09:30:00-05:00', Date.UTC(2026, 6, 1, 14, 30)],
  ])('an embargo until %s ends at that moment in London', (written, instant) => {
    expect(resolve({ sidecar: sidecar(`embargoed-until: ${written}`) }).embargoedUntil).toBe(
      instant,
    );
  });

  test('ignores what a program wrote into a file unusably', () => {
    const properties = {
      title: '',
      date: 'yesterday',
      language: 'not a language',
      link: 'file:///etc/passwd',
    };
    expect(resolve({ document: document({ properties }) })).toMatchObject({
      date: null,
      language: 'en',
      link: null,
    });
  });
});

describe('wrong metadata', () => {
  test('is reported all at once, with file, field, value and what is permitted', () => {
    const error = problemsOf({
      kind: 'novel',
      audience: 'everyone',
      date: '2014-13-01',
      link: 'javascript:alert(1)',
    });
    expect(error).toMatch(/^paper\.pdf: /);
    expect(error).toContain(
      'kind: expected one of paper, case-study, policy, statement, answer, got "novel"',
    );
    expect(error).toContain(
      'audience: expected one of public, members, leads, staff or group:NAME, got "everyone"',
    );
    expect(error).toContain(
      'date: expected a date such as 2014, 2014-10 or 2014-10-06, got "2014-13-01"',
    );
    expect(error).toContain('link: expected an address that begins with https:// or http://');
  });

  test('names the sidecar when it stands there', () => {
    const read = () => resolve({ sidecar: sidecar('kind: novel') });
    expect(read).toThrow(/^paper\.pdf\.meta\.yaml: kind: /);
    expect(() => resolve({ sidecar: sidecar('title: [open') })).toThrow(
      /^paper\.pdf\.meta\.yaml: .*not valid YAML/,
    );
    expect(() => resolve({ sidecar: sidecar('- a list') })).toThrow(/key: value/);
  });

  test.each([
    ['titel', 'did you mean title?'],
    ['author', 'did you mean authors?'],
    ['embargo', 'did you mean embargoed-until?'],
    ['url', 'did you mean link?'],
    ['superseeded-by', 'did you mean superseded-by?'],
    ['__proto__x', 'permitted are title, authors'],
  ])('an unknown key %s: %s', (key, answer) => {
    expect(problemsOf({ [key]: 'x' })).toContain(answer);
  });

  test.each([
    [
      { 'superseded-by': 'B', status: 'current' },
      'goes with status superseded, but status is current',
    ],
    [{ 'embargoed-until': '2026' }, 'embargoed-until: expected a date such as'],
    [{ 'embargoed-until': '2026-02-30' }, 'embargoed-until: expected a date such as'],
    [{ title: ['a', 'b'] }, 'title: expected text, got ["a","b"]'],
    [{ authors: { name: 'Ada' } }, 'authors: expected a name, or a list of names'],
    [{ illustrative: 'perhaps' }, 'illustrative: expected one of true, false, got "perhaps"'],
    [{ language: 'english please' }, 'language: expected a language tag'],
    [{ link: 'https://user:secret@example.org/' }, 'link: expected an address'],
    [{ link: '/papers/1' }, 'link: expected an address'],
    [{ title: 'x'.repeat(301) }, 'expected at most 300 characters'],
    [{ date: '2014', Date: '2015' }, 'Date: is given twice'],
  ])('%j is refused', (frontMatter, problem) => {
    expect(problemsOf(frontMatter)).toContain(problem);
  });
});

describe('guesses', () => {
  test.each<[Block[], string]>([
    [[block('heading', 'Section', 2), block('heading', 'The title', 1)], 'The title'],
    [
      [block('paragraph', '6 October 2014'), block('paragraph', 'A plan for going home')],
      'A plan for going home',
    ],
    [
      [block('paragraph', 'This is a sentence that goes on.'), block('heading', 'Method', 2)],
      'Method',
    ],
    [
      [block('paragraph', `${'A long paragraph. '.repeat(12)}End.`), block('heading', 'Method', 2)],
      'Discharge policy 2024',
    ],
    [[block('paragraph', 'A sentence.')], 'Discharge policy 2024'],
  ])('a title from %#', (blocks, title) => {
    const metadata = resolve({
      path: 'docs/discharge-policy_2024.pdf',
      document: document({ blocks }),
    });
    expect(metadata.title).toBe(title);
  });

  test.each([
    ['6 October 2014', '2014-10-06'],
    ['Monday 6th October, 2014', '2014-10-06'],
    ['October 6, 2014', '2014-10-06'],
    ['Published: 1 Feb 2020', '2020-02-01'],
    ['Leeds Trust, March 2024', '2024-03'],
    ['Version of 2023-05-17', '2023-05-17'],
    ['06/10/2014', null],
    [
      'The clinic opened on 6 October 2014 and has been busy ever since then, as figures show.',
      null,
    ],
    ['31 February 2014', null],
    ['1 January 2031', null],
  ])('a date from the line "%s"', (line, date) => {
    expect(resolve({ document: document({ blocks: [block('paragraph', line)] }) }).date).toBe(date);
  });

  test.each([
    ['policies/plan.md', 'Plan', 'policy'],
    ['case studies/plan.md', 'Plan', 'case-study'],
    ['answers/who.md', 'Who answers?', 'answer'],
    ['a/plan.md', 'Northmere: a case study', 'case-study'],
    ['a/press-notice-2014.txt', 'New collaboration', 'statement'],
    ['a/plan.md', 'What makes a politician tick', 'paper'],
  ])('a kind from %s, "%s"', (path, title, kind) => {
    expect(
      resolve({ path, document: document({ blocks: [block('heading', title, 1)] }) }).kind,
    ).toBe(kind);
  });
});
