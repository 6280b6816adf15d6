/**
 * Measures which publications briefings list: precision and recall of reading lists of at most twelve.
 *
 *     node scripts/measure-briefings.ts
 *
 * Topics are the subjects of ConditionalQA's sections of guidance (`child-adoption#overview`), once as
 * they are and once with the subject taken out of the titles, and the questions of Cranfield. Reads the
 * development data sets of EVAL_DATA (default `../shared/eval`).
 */
import { resolve } from 'node:path';
import { findOnTopic } from '../src/answering/index.ts';
import { openEvaluationLibrary } from '../src/compose-evaluation.ts';
import { readConfig } from '../src/config.ts';
import { type RetrievalDocument, readRetrievalSet } from '../src/evaluation/index.ts';
import { audiencesUpTo } from '../src/people/index.ts';

interface Topic {
  text: string;
  relevant: ReadonlySet<string>;
}

const directory = resolve(process.env.EVAL_DATA ?? '../shared/eval', 'retrieval');
const mostListed = 12;

const subjectOf = ({ id }: RetrievalDocument): string => id.split('#')[0] ?? id;

function subjectsOf(documents: readonly RetrievalDocument[]): Topic[] {
  return [...Map.groupBy(documents, subjectOf)].map(([subject, own]) => ({
    text: subject.replaceAll('-', ' '),
    relevant: new Set(own.map(({ id }) => id)),
  }));
}

/** `Child adoption: Overview` without what comes before the colon. */
function withoutSubject(document: RetrievalDocument): RetrievalDocument {
  const title = document.title.replace(/^[^:]*:\s*(?=\S)/, '');
  return { ...document, title };
}

async function measure(
  name: string,
  documents: readonly RetrievalDocument[],
  topics: readonly Topic[],
): Promise<void> {
  const library = await openEvaluationLibrary(readConfig({}, process.cwd()));
  try {
    const { publicationIds } = await library.add(
      documents.map(({ id, title, text }) => ({ source: id, title, text })),
      () => {},
    );
    const sources = new Map([...publicationIds].map(([source, id]) => [id, source]));
    const { retriever, engine } = library;
    const search = { retriever, termStatistics: () => engine.termStatistics };
    let [right, listed, findable] = [0, 0, 0];
    for (const { text, relevant } of topics) {
      const found = await findOnTopic(search, text, { audiences: audiencesUpTo('public') });
      const list = found.publications.slice(0, mostListed);
      const ids = list.map(({ publication }) => sources.get(publication.id) ?? '');
      right += ids.filter((id) => relevant.has(id)).length;
      listed += ids.length;
      findable += Math.min(mostListed, relevant.size);
    }
    const [precision, recall] = [right / listed, right / findable].map((share) => share.toFixed(2));
    const row = [name, `${topics.length} topics`, `precision ${precision}`, `recall ${recall}`];
    process.stdout.write(`${row.join(' · ')}\n`);
  } finally {
    await library.close();
  }
}

const guidance = await readRetrievalSet(resolve(directory, 'conditionalqa_dev'));
const cranfield = await readRetrievalSet(resolve(directory, 'cranfield'));
const subjects = subjectsOf(guidance.documents);
await measure('guidance', guidance.documents, subjects);
await measure('subject not in titles', guidance.documents.map(withoutSubject), subjects);
await measure(
  'cranfield',
  cranfield.documents,
  cranfield.queries.map(({ text, relevance }) => ({
    text,
    relevant: new Set([...relevance].filter(([, degree]) => degree > 0).map(([id]) => id)),
  })),
);
