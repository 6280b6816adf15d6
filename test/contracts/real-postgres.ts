export {
  type LocalPostgres as RealPostgres,
  startLocalPostgres as startRealPostgres,
} from '../../src/bench/notices/local-postgres.ts';
