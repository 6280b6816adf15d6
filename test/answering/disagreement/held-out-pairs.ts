import type { WrittenPair } from './claim-pairs.ts';

/** Written after the comparison was finished, and never used to improve it. */
export const heldOutDisagreeing: readonly WrittenPair[] = [
  [
    'Frail patients should receive a first home visit within two hours of referral.',
    'The first home visit to a frail patient takes place within four hours of referral.',
  ],
  [
    'The shared record reduced duplicate blood tests by 31%.',
    'Duplicate blood tests were reduced by 12% through the shared record.',
  ],
  [
    'Each board round should last no more than 20 minutes.',
    'A board round should last no more than 45 minutes.',
  ],
  [
    'The discharge lounge has 14 chairs and closes at 18:00.',
    'The discharge lounge closes at 20:00.',
  ],
  [
    'About 40% of beds are occupied by people who could leave.',
    'People who could leave occupy 22% of beds.',
  ],
  [
    'Social workers attend the morning meeting three days a week.',
    'Social workers attend the morning meeting five days a week.',
  ],
  [
    'Unused equipment is collected within ten days.',
    'Collection of unused equipment takes up to 28 days.',
  ],
  ['The pilot cost £2.1 million.', 'The cost of the pilot was £3.4 million.'],
  ['Practices must hold a register of carers.', 'Practices need not hold a register of carers.'],
  ['Interpreters may be family members.', 'Family members must not act as interpreters.'],
  [
    'Group consultations improve blood sugar control.',
    'Group consultations did not improve blood sugar control.',
  ],
  [
    'Social prescribing lowers the number of appointments.',
    'Social prescribing has no effect on the number of appointments.',
  ],
  ['A signed form is required before a transfer.', 'No signed form is required before a transfer.'],
  [
    'Staff turnover increased once the teams had merged.',
    'Staff turnover decreased once the teams had merged.',
  ],
  [
    'Patients at the integrated clinic wait longer than before.',
    'Patients at the integrated clinic have shorter waits than before.',
  ],
  [
    'Remote monitoring is safe for people with heart failure.',
    'Remote monitoring is unsafe for people with heart failure.',
  ],
  ['The trust pays for transport home.', 'The trust does not pay for transport home.'],
  [
    'Every readmission is reviewed by the medical director.',
    'Only one in ten readmissions is reviewed by the medical director.',
  ],
  [
    'Care coordinators should have a caseload of 50 people.',
    'Care coordinators should have a caseload of 80 people.',
  ],
  [
    'Letters between clinicians should be copied to the patient.',
    'Letters between clinicians should not be copied to the patient.',
  ],
];

export const heldOutCompatible: readonly WrittenPair[] = [
  [
    'People over 85 should be seen within two hours.',
    'People over 65 should be seen within four hours.',
  ],
  [
    'In Millbrook 31% of duplicate tests were avoided.',
    'In Eastvale 12% of duplicate tests were avoided.',
  ],
  ['The winter ward opened with 12 beds.', 'The summer ward opened with 6 beds.'],
  [
    'Diabetes nurses see patients every three months.',
    'Asthma nurses see patients every 12 months.',
  ],
  [
    'Between 2016 and 2018 the wait grew by 4 weeks.',
    'Between 2020 and 2022 the wait grew by 11 weeks.',
  ],
  ['The hub was open five days a week at first.', 'The hub is now open seven days a week.'],
  [
    'The first wave of practices saved £3 a patient.',
    'The second wave of practices saved £1 a patient.',
  ],
  ['Half of the calls came from carers.', 'A quarter of the calls came from care homes.'],
  [
    'Equipment is collected within ten days.',
    'Equipment that is soiled is collected within one day.',
  ],
  [
    'Practices must hold a register of carers.',
    'Small practices need not hold a register of carers.',
  ],
  ['Interpreters should be professionals.', 'In an emergency interpreters may be family members.'],
  ['Family members may visit at any time.', 'Family members may not visit during an outbreak.'],
  [
    'A transfer needs a signed form.',
    'A transfer within the same site does not need a signed form.',
  ],
  ['Turnover fell among nurses.', 'Turnover rose among doctors.'],
  ['The cost of care rose.', 'The cost of transport fell.'],
  [
    'Remote monitoring is safe for people with heart failure.',
    'Remote monitoring is not safe for people with dementia.',
  ],
  ['Satisfaction of patients rose by 9%.', 'Satisfaction of patients rose by 9 points.'],
  ['The review looked at 24 studies.', 'The review looked at 11,200 patients.'],
  ['The programme trained 120 coordinators.', 'The programme employed 45 coordinators.'],
  ['Letters should be written in plain English.', 'Letters should not be written in capitals.'],
  ['Team meetings should last 30 minutes.', 'Training sessions should last 90 minutes.'],
  ['Every practice has a named pharmacist.', 'Not every practice has a pharmacist of its own.'],
  [
    'Group consultations improve control of blood sugar.',
    'Group consultations do not shorten waiting lists.',
  ],
  ['At least 30% of savings are reinvested.', 'Up to 50% of savings are reinvested.'],
  ['Patients wait 14 days for a scan.', 'Patients wait two weeks for a scan.'],
  [
    'The council contributes £20 million to the pooled budget.',
    'The hospital contributes £38 million to the pooled budget.',
  ],
  ['Falls happen most often at night.', 'Falls happen most often in bathrooms.'],
  ['Six of the ten practices joined.', 'Four of the ten practices did not join.'],
  ['The evaluation could not show savings.', 'The team reported savings of £400,000.'],
  [
    'Staff may work in another organisation for 12 months.',
    'Staff may work in another organisation for 12 months, or 24 months with consent.',
  ],
];
