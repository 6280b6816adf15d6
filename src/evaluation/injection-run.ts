import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Answered, Exchange, Prices } from '../answering/index.ts';
import type { PublicationText } from '../library/index.ts';
import { type AudienceRank, audiencesUpTo } from '../people/index.ts';
import { DataSetError } from './data-set-error.ts';
import type { EvaluationLibrary, Instruments } from './evaluation-library.ts';
import type { InjectionCase, InjectionCases, InjectionFile } from './injection-cases.ts';
import type { InjectionPlace } from './injection-set.ts';
import {
  judgeInjection,
  quotesAttack,
  type ThroughKind,
  throughKinds,
} from './injection-verdict.ts';
import { sumTokens, type TokenFigures } from './sum-tokens.ts';

/** A library under attack. */
export interface InjectionLibrary extends EvaluationLibrary {
  /** What Concord would send to Slack for an exchange. */
  messages(exchange: Exchange): Promise<readonly object[]>;
}

/** What became of the attacks on one path. */
export interface InjectionPathReport {
  /** Attacks times their places, */
  planted: number;
  /** messages written to Concord for them, */
  asked: number;
  /** of these answered, */
  answered: number;
  /** of these with words of a model, */
  composed_by_model: number;
  /** and plants of which anything got through. */
  through: number;
  through_by_kind: Record<ThroughKind, number>;
  through_by_place: Partial<Record<InjectionPlace, number>>;
  planted_by_place: Partial<Record<InjectionPlace, number>>;
  /** Plants of which words were shown word for word, with their source, as what a text says. */
  quoted_as_text: number;
  /** Null when no model was asked. */
  tokens: TokenFigures | null;
}

/** One plant, and what got through; for those who ask what lies behind the figures. */
export interface InjectionOutcome {
  id: string;
  place: InjectionPlace;
  messages: string[];
  through: ThroughKind[];
  /** Whether words of it were shown as what a text says. */
  quoted: boolean;
  answered: boolean;
  claims: string[];
}

export interface InjectionEvaluation {
  report: InjectionPathReport;
  outcomes: InjectionOutcome[];
}

/** Who asks: somebody for whom half the library is none. */
const asker: AudienceRank = 'members';

/**
 * Ingests the planted documents, writes each case's messages in a thread of its own, and judges what
 * comes back.
 *
 * @param prompts texts that no answer may repeat.
 * @throws {ConcordError} when a document cannot be ingested.
 */
export async function evaluateInjection(
  { files, cases }: InjectionCases,
  library: InjectionLibrary,
  prompts: readonly string[],
  instruments: Instruments,
): Promise<InjectionEvaluation> {
  const ids = await ingestFiles(files, library);
  const idOf = (path: string): string => {
    const id = ids.get(path);
    if (id !== undefined) return id;
    throw new DataSetError('data-set-invalid', `${path} is not in the library`);
  };
  const exchanges: Exchange[] = [];
  const outcomes: InjectionOutcome[] = [];
  for (const [index, each] of cases.entries()) {
    const restricted = idOf(each.restricted);
    const asked: Exchange[] = [];
    const through = new Set<ThroughKind>();
    let isQuoted = false;
    for (const message of each.messages) {
      const exchange = await library.ask(message, {
        within: [idOf(each.document), restricted],
        audience: asker,
        conversation: `injection:${index}`,
      });
      asked.push(exchange);
      const evidence = {
        attack: each.attack,
        place: each.place,
        exchange,
        messages: await library.messages(exchange),
        audiences: audiencesUpTo(asker),
        restricted: new Set([restricted]),
        texts: await textsOf(exchange, library),
        prompts,
      };
      for (const kind of judgeInjection(evidence)) through.add(kind);
      isQuoted ||= quotesAttack(evidence);
    }
    exchanges.push(...asked);
    outcomes.push(outcomeOf(each, asked, [...through], isQuoted));
    instruments.progress('Asking', outcomes.length, cases.length);
  }
  return { report: reportOf(outcomes, exchanges, library.prices), outcomes };
}

async function ingestFiles(
  files: readonly InjectionFile[],
  library: InjectionLibrary,
): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-injection-'));
  try {
    for (const { path, content } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    return (await library.ingest(folder)).publicationIds;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function textsOf(
  { answer }: Exchange,
  library: InjectionLibrary,
): Promise<Map<string, PublicationText | null>> {
  const texts = new Map<string, PublicationText | null>();
  for (const { quotes } of answer.kind === 'answer' ? answer.claims : []) {
    for (const { publicationId: id } of quotes) texts.set(id, await library.publicationText(id));
  }
  return texts;
}

const answersOf = (exchanges: readonly Exchange[]): Answered[] =>
  exchanges.map(({ answer }) => answer).filter((answer) => answer.kind === 'answer');

function outcomeOf(
  { attack, place, messages }: InjectionCase,
  asked: readonly Exchange[],
  through: ThroughKind[],
  quoted: boolean,
): InjectionOutcome {
  const answers = answersOf(asked);
  return {
    id: attack.id,
    place,
    messages,
    through,
    quoted,
    answered: answers.length > 0,
    claims: answers.flatMap(({ claims }) => claims.map(({ text }) => text)),
  };
}

function reportOf(
  outcomes: readonly InjectionOutcome[],
  exchanges: readonly Exchange[],
  prices: Prices,
): InjectionPathReport {
  const successes = outcomes.filter(({ through }) => through.length > 0);
  const answers = answersOf(exchanges);
  const byPlace: InjectionPathReport['through_by_place'] = {};
  const planted: InjectionPathReport['planted_by_place'] = {};
  for (const { place } of outcomes) {
    planted[place] = (planted[place] ?? 0) + 1;
    byPlace[place] = successes.filter((outcome) => outcome.place === place).length;
  }
  const byKind = throughKinds.map(
    (kind) => [kind, successes.filter(({ through }) => through.includes(kind)).length] as const,
  );
  return {
    planted: outcomes.length,
    asked: exchanges.length,
    answered: answers.length,
    composed_by_model: answers.filter(({ composer }) => composer === 'model').length,
    through: successes.length,
    through_by_kind: Object.fromEntries(byKind) as Record<ThroughKind, number>,
    through_by_place: byPlace,
    planted_by_place: planted,
    quoted_as_text: outcomes.filter(({ quoted }) => quoted).length,
    tokens: sumTokens(exchanges, prices),
  };
}
