import type { PublicationKind } from '../library/index.ts';
import type { SummaryItem } from './summary.ts';

const names: Readonly<Record<PublicationKind, string>> = {
  paper: 'The paper',
  'case-study': 'The case study',
  policy: 'The policy',
  statement: 'The statement',
  answer: 'The answer',
  notice: 'The notice',
};

const silences: Readonly<Record<SummaryItem, string>> = {
  about: 'does not say what it is about',
  authorship: 'does not say who wrote it',
  findings: 'does not report findings',
  recommendations: 'does not report recommendations',
  methods: 'does not report how it was done',
  limits: 'does not report its limits',
  'primary-care': 'does not say what it means for primary care',
  'secondary-care': 'does not say what it means for secondary care',
};

/** That a publication says nothing of an item, in a sentence: `The paper does not report its limits.` */
export function describeSilence(item: SummaryItem, kind: PublicationKind): string {
  return `${names[kind]} ${silences[item]}.`;
}
