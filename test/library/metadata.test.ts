import { describe, expect, test } from 'vitest';
import { MetadataError } from '../../src/library/index.ts';
import { block, document, resolve, sidecar } from './metadata-sources.ts';

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
