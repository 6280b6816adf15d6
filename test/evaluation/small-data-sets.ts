import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Texts on subjects far enough apart that any search worth the name tells them apart. */
const subjects = [
  {
    id: 'waiting',
    title: 'Waiting times for hip surgery',
    text: 'Patients waited nineteen weeks for hip surgery in 2013. After surgeons shared one list, the wait for hip surgery fell to eleven weeks.',
    question: 'How long did patients wait for hip surgery after surgeons shared one list?',
    answer: 'eleven weeks',
  },
  {
    id: 'podiatry',
    title: 'Podiatry in community clinics',
    text: 'Podiatrists examine the feet of every person with diabetes once a year. Ulcers that they find are treated within two days.',
    question: 'How often do podiatrists examine the feet of people with diabetes?',
    answer: 'once a year',
  },
  {
    id: 'letters',
    title: 'Discharge letters',
    text: 'The ward sends the discharge letter to the general practice within twenty four hours. A pharmacist checks the medicines named in the letter.',
    question: 'When does the ward send the discharge letter to the general practice?',
    answer: 'within twenty four hours',
  },
  {
    id: 'transport',
    title: 'Volunteer drivers',
    text: 'Volunteer drivers took four hundred people to their outpatient appointments. Each driver is paid mileage by the county council.',
    question: 'Who pays the mileage of volunteer drivers?',
    answer: 'the county council',
  },
  {
    id: 'garden',
    title: 'A garden for the stroke unit',
    text: 'The stroke unit opened a garden with raised beds. Occupational therapists hold sessions among the tomatoes each afternoon.',
    question: 'What do occupational therapists do in the garden of the stroke unit?',
    answer: 'hold sessions',
  },
];

export const subjectCount = subjects.length;

const jsonLines = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** Writes a retrieval data set in which each query has one right document. */
export async function writeRetrievalSet(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const documents = subjects.map(({ id, title, text }) => ({ _id: id, title, text }));
  documents.push({ _id: 'nothing', title: '', text: '' });
  await writeFile(join(directory, 'corpus.jsonl'), jsonLines(documents));
  const queries = subjects.map(({ id, question }) => ({ _id: `q-${id}`, text: question }));
  await writeFile(join(directory, 'queries.jsonl'), jsonLines(queries));
  const judgements = subjects.map(({ id }) => `q-${id}\t${id}\t1\n`);
  await writeFile(
    join(directory, 'qrels.tsv'),
    `query-id\tcorpus-id\tscore\n${judgements.join('')}`,
  );
}

/** Writes questions with two passages each: every second one lacks the passage that answers. */
export async function writeAnswersSet(path: string): Promise<void> {
  const records = subjects.map(({ id, title, text, question, answer }, index) => {
    const answerable = index % 2 === 0;
    const other = subjects[(index + 1) % subjects.length];
    const third = subjects[(index + 2) % subjects.length];
    return {
      id,
      question,
      passages: [
        answerable
          ? { id: 'p0', title, text }
          : { id: 'p0', title: third?.title, text: third?.text },
        { id: 'p1', title: other?.title, text: other?.text },
      ],
      evidence: answerable ? text.split(/(?<=\.) /) : [],
      answers: answerable ? [answer] : [],
      answerable,
    };
  });
  await writeFile(path, jsonLines(records));
}

/** Writes a corpus of text files with golden questions, the last of them not answerable. */
export async function writeGoldenCorpus(directory: string): Promise<void> {
  await mkdir(join(directory, 'papers'), { recursive: true });
  const answered = subjects.slice(0, -1);
  for (const { id, title, text } of answered) {
    await writeFile(join(directory, 'papers', `${id}.md`), `# ${title}\n\n${text}\n`);
  }
  const questions = subjects.map(({ id, question, text, answer }, index) =>
    index < answered.length
      ? {
          id,
          question,
          answerable: true,
          publication: `papers/${id}.md`,
          evidence: text.split(/(?<=\.) /),
          answers: [answer],
        }
      : { id, question, answerable: false },
  );
  await writeFile(join(directory, 'questions.jsonl'), jsonLines(questions));
}
