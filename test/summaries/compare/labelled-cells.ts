import type { ComparisonColumn } from '../../../src/summaries/index.ts';

/**
 * What belongs into cells of publications of the sample library, labelled by reading them: words of
 * every statement that would do. A column that is left out has to stay empty; `optional` may be
 * filled or not.
 */
export interface LabelledCells {
  file: string;
  cells: Partial<Record<ComparisonColumn, readonly string[]>>;
  optional?: Partial<Record<ComparisonColumn, readonly string[]>>;
}

export const labelledCells: readonly LabelledCells[] = [
  {
    file: 'heart-failure-evaluation.md',
    cells: {
      question: ['how much of that change the service itself had caused'],
      'population and place': ['2,460 patients on the Northmere registers'],
      design: ['We compared the 2,460', 'Each Northmere patient was matched', 'We followed both'],
      outcomes: [
        '9% lower',
        'did not reduce deaths',
        'better by 5.2',
        'The main outcome was',
        'Secondary outcomes were',
        'Most of the fall',
        'Admissions also fell in the districts',
      ],
      recommendations: ['should continue', 'should not be presented', 'Reports of new services'],
      year: ['from May 2020 to April 2022'],
    },
  },
  {
    file: 'heart-failure-first-year.md',
    cells: {
      'population and place': ['Northmere has 212,000'],
      design: ['figures compare one year'],
      outcomes: ['fell by 28%', 'fell from 3.1 to 1.4'],
      recommendations: ['Let everyone write', 'Agree the weight signal', 'Do not open without'],
      year: ['opened on 1 May 2020'],
    },
  },
  {
    file: 'discharge-policy-2024.md',
    cells: {
      'population and place': ['It binds', 'It applies to every adult'],
      outcomes: [
        'within what chance',
        'not justified by fewer',
        'Summaries received within',
        'Medicines list differs',
        'Readmission within 30 days',
        'Patients who knew',
      ],
      recommendations: [
        'discharge summary be available',
        'one named discharge coordinator',
        'within three working days',
        'Nobody is transferred',
        'within 72 hours',
        'within 24 hours of admission',
        'owns its result',
      ],
      year: ['from 1 May 2024'],
    },
    optional: { design: ['Two medical wards tried'] },
  },
  {
    file: 'falls-and-frailty.md',
    cells: {
      'population and place': ['4,150 people aged 65', 'sends it to people aged 65'],
      outcomes: ['fell from 58% to 19%', 'Eleven people had a fracture', '31% of visits'],
      year: ['Since October 2022'],
    },
    optional: {
      design: ['interviews with 24'],
      recommendations: ['Three things were named'],
    },
  },
  {
    file: 'copd-virtual-ward.md',
    cells: {
      'population and place': ['286 patients admitted'],
      design: ['compared with 260 patients', '286 patients'],
      outcomes: ['22% in the virtual ward group and 23%', 'checked and is not affected'],
      year: ['Between October 2020 and September 2021', '3 October 2022'],
    },
    optional: { recommendations: ['should not be used'] },
  },
  {
    file: 'housing-and-health.txt',
    cells: {
      'population and place': ['734 people were helped'],
      design: ['The comparison is with one earlier year'],
      outcomes: ['fell from 5,320', 'Readmission within 30 days was 15%', 'had their operation'],
      recommendations: ['Put the housing officer', 'Give authority', 'Keep at least one flat'],
      year: ['Since February 2022'],
    },
  },
  {
    file: 'ambulance-conveyance.md',
    cells: {
      question: ['Does a telephone call with a GP'],
      'population and place': ['Twelve ambulance stations'],
      design: ['assigned by lot', 'In six stations crews'],
      outcomes: [
        'lower by 12.6',
        'main outcome was',
        '17 minutes longer',
        'Safety was measured',
        '63% of the cases',
      ],
      recommendations: ['Offer the call'],
    },
  },
  {
    file: 'medicines-at-transfer.md',
    cells: { question: ['This digest retells'], recommendations: ['should'] },
    optional: {
      'population and place': ['adults, children'],
      year: ['15 February 2021'],
    },
  },
  {
    file: 'pooled-budget.md',
    cells: {
      'population and place': ['people aged 75 and over'],
      outcomes: ['79% to 84%', 'grew by 4%', 'strain rose', 'did not change', '3.1 million moved'],
      recommendations: [
        'Agree on outcomes',
        'Cap the loss',
        'Pay for the transition',
        'Appoint one',
        'Report carers',
      ],
      year: ['From April 2020'],
    },
  },
  {
    file: 'mental-health-crisis.md',
    cells: {
      'population and place': ['2,870 people', 'interviewed 42 people'],
      design: ['interviewed 42'],
      outcomes: ['fell by 40%', 'did not fall', '71% of cases'],
      recommendations: ['Begin with the police', 'Do not measure'],
      year: ['From March 2021'],
    },
  },
];
