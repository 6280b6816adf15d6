import type { Selectable } from 'kysely';
import type { Clock } from '../clock.ts';
import type { DrawnOn, KeptReport, Report, ReportStore } from '../summaries/index.ts';
import type { Database, Db } from './database.ts';
import { longestLeaseMs } from './longest-lease.ts';
import type { ReportsTable } from './schema-reports.ts';

/** Reports in the database, which replicas and commands share. */
export function createReportStore({ db }: Database, clock: Clock): ReportStore {
  return {
    async find(id) {
      const row = await db
        .selectFrom('reports')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : keptOf(db, row);
    },

    async findByKey(key, owner) {
      const row = await db
        .selectFrom('reports')
        .selectAll()
        .where('key', '=', key)
        .where((report) =>
          owner === null ? report('owner', 'is', null) : report('owner', '=', owner),
        )
        .orderBy('made_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : keptOf(db, row);
    },

    save: ({ id, key, owner, report, modelRun, madeAt, drawnOn }) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('reports')
          .values({
            id,
            key,
            owner,
            report_json: JSON.stringify(report),
            model_run_json: modelRun === null ? null : JSON.stringify(modelRun),
            made_at: madeAt,
            used_at: madeAt,
          })
          .execute();
        if (drawnOn.length === 0) return;
        await transaction
          .insertInto('report_publications')
          .values(
            drawnOn.map(({ publicationId, changedAt }) => ({
              report_id: id,
              publication_id: publicationId,
              changed_at: changedAt,
            })),
          )
          .execute();
      }),

    async noteUse(id, at) {
      await db
        .updateTable('reports')
        .set({ used_at: at })
        .where('id', '=', id)
        .where('used_at', '<', at)
        .execute();
    },

    async forgetBefore(instant) {
      // Of processes that died.
      await db.deleteFrom('report_claims').where('lease_until', '<', instant).execute();
      const forgotten = await db
        .deleteFrom('reports')
        .where('used_at', '<', instant)
        .executeTakeFirst();
      return Number(forgotten.numDeletedRows);
    },

    async forgetOutdated() {
      const forgotten = await db
        .deleteFrom('reports')
        .where('id', 'in', (report) =>
          report
            .selectFrom('report_publications')
            .innerJoin('publications', 'publications.id', 'report_publications.publication_id')
            .whereRef('publications.changed_at', '<>', 'report_publications.changed_at')
            .select('report_publications.report_id'),
        )
        .executeTakeFirst();
      return Number(forgotten.numDeletedRows);
    },

    async claim(key, holder, leaseMs) {
      const now = clock.now();
      const claimed = { holder, lease_until: now + Math.min(leaseMs, longestLeaseMs) };
      const result = await db
        .insertInto('report_claims')
        .values({ key, ...claimed })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet(claimed)
            .where((held) =>
              held.or([
                held('report_claims.holder', '=', holder),
                held('report_claims.lease_until', '<=', now),
                // Taken before the clock was set back.
                held('report_claims.lease_until', '>', now + longestLeaseMs),
              ]),
            ),
        )
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async release(key, holder) {
      await db
        .deleteFrom('report_claims')
        .where('key', '=', key)
        .where('holder', '=', holder)
        .execute();
    },
  };
}

async function keptOf(db: Db, row: Selectable<ReportsTable>): Promise<KeptReport> {
  const drawnOn = await db
    .selectFrom('report_publications')
    .select(['publication_id', 'changed_at'])
    .where('report_id', '=', row.id)
    .orderBy('publication_id')
    .execute();
  return {
    id: row.id,
    key: row.key,
    report: JSON.parse(row.report_json) as Report,
    owner: row.owner,
    drawnOn: drawnOn.map(
      ({ publication_id, changed_at }): DrawnOn => ({
        publicationId: publication_id,
        changedAt: changed_at,
      }),
    ),
    modelRun: row.model_run_json === null ? null : JSON.parse(row.model_run_json),
    madeAt: row.made_at,
  };
}
