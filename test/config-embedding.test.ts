import { describe, expect, test } from 'vitest';
import { composeEmbedder } from '../src/compose-embedder.ts';
import { readConfig } from '../src/config.ts';

const read = (environment: Record<string, string | undefined>) => readConfig(environment, '/srv');

describe('the embedder', () => {
  test('is local without a key, OpenAI’s with one, and local again where that is said', () => {
    expect(read({}).embedder).toEqual({ kind: 'local' });
    expect(read({ OPENAI_API_KEY: 'k' }).embedder).toEqual({
      kind: 'openai',
      model: 'text-embedding-3-small',
      dimensions: 512,
      price: null,
      apiKey: 'k',
      baseUrl: undefined,
      timeoutMs: 60_000,
      queryTimeoutMs: 2_000,
      concurrency: 4,
    });
    const local = read({ OPENAI_API_KEY: 'k', EMBEDDER: 'local' });
    expect(local.embedder).toEqual({ kind: 'local' });
    expect(composeEmbedder(local).kind).toBe('local');
  });

  test('may be a local server’s, which needs no key', () => {
    const { embedder } = read({ EMBEDDER: 'openai', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' });
    expect(embedder).toMatchObject({ kind: 'openai', apiKey: null });
    expect(() => read({ EMBEDDER: 'openai' })).toThrow('OPENAI_API_KEY');
  });

  test('costs what the list says, or what is configured', () => {
    const priceOf = (environment: Record<string, string>) => {
      const choice = composeEmbedder(read({ OPENAI_API_KEY: 'k', ...environment }));
      return choice.kind === 'remote' ? choice.embedder.price : undefined;
    };
    expect(priceOf({})).toBe(20_000);
    expect(priceOf({ EMBEDDING_MODEL: 'text-embedding-3-large' })).toBe(130_000);
    expect(priceOf({ EMBEDDING_MODEL: 'nomic-embed-text' })).toBeNull();
    expect(priceOf({ EMBEDDING_MODEL: 'toString' })).toBeNull();
    expect(priceOf({ EMBEDDING_PRICE_USD: '0.5' })).toBe(500_000);
    expect(() => priceOf({ EMBEDDING_PRICE_USD: 'free' })).toThrow('EMBEDDING_PRICE_USD');
  });
});

describe('an earlier embedder', () => {
  const url = 'http://127.0.0.1:1234/v1';
  const key = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: url };

  test('can be asked while its service is configured, whatever is chosen now', () => {
    for (const chosen of [{ EMBEDDER: 'local' }, { EMBEDDING_MODEL: 'large' }]) {
      const { earlier } = composeEmbedder(read({ ...key, ...chosen }));
      expect(earlier?.('@cf/bge:v1.5:768@127.0.0.1:1234')).toMatchObject({
        id: '@cf/bge:v1.5:768@127.0.0.1:1234',
        model: '@cf/bge:v1.5',
        dimensions: 768,
      });
    }
  });

  test('of another service, or of none that is configured, cannot', () => {
    const { earlier } = composeEmbedder(read({ ...key, EMBEDDER: 'local' }));
    expect(earlier?.('small:768@api.openai.com')).toBeNull();
    expect(earlier?.('latent-semantic-0123-1')).toBeNull();
    expect(composeEmbedder(read({})).earlier?.('small:768@127.0.0.1:1234')).toBeNull();
  });
});
