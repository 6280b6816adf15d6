import { mergeConfig } from 'vitest/config';
import config from '../../../vitest.config.ts';

const { test } = mergeConfig(config, {});

/** As in every run, but for which files are tests. */
export default {
  test: { ...test, projects: undefined, include: ['test/setup/planted/*.planted.ts'] },
};
