/** What one side says: a claim that is its own quote, or with what it stands in. */
export type WrittenSide = string | { text: string; quote?: string; title?: string };
export type WrittenPair = readonly [WrittenSide, WrittenSide];

/** Two sources that say different things about the same. */
export const disagreeing: readonly WrittenPair[] = [
  [
    'High-risk patients should be telephoned within 72 hours of discharge.',
    'High-risk patients should be telephoned within 48 hours of discharge.',
  ],
  [
    'The home employer keeps a holder’s training record for five years.',
    'Training records of holders are kept for three years by the home employer.',
  ],
  [
    'Referrals must be triaged within two working days.',
    'Triage of referrals must be completed within five working days.',
  ],
  [
    'Discharge summaries reach the general practice within 24 hours.',
    'The discharge summary must be with the general practice within 48 hours.',
  ],
  [
    'Emergency admissions for heart failure fell by 28%, from 418 to 301.',
    'Against the comparison group, heart failure admissions in Northmere were 9% lower.',
  ],
  ['The virtual ward saved £1.2 million in 2022.', 'In 2022 the virtual ward saved £400,000.'],
  [
    'Each care home should be visited every two weeks by its named doctor.',
    'The named doctor should visit each care home every week.',
  ],
  [
    'One in five falls at home leads to an ambulance call.',
    'Ten per cent of falls at home lead to an ambulance call.',
  ],
  [
    'A patient-initiated follow-up plan lasts 12 months.',
    'Patient-initiated follow-up plans last six months.',
  ],
  ['The pooled budget is £65 million.', 'The partners’ pooled budget amounts to £58 million.'],
  [
    'Advice and guidance requests are answered within two days on average.',
    'On average, requests for advice and guidance are answered within six days.',
  ],
  [
    'The ambulance car attended 2,296 people in 2022.',
    'In 2022 the ambulance car attended 1,804 people.',
  ],
  [
    'Blood pressure should be below 140 mmHg in adults under 80.',
    'Adults under 80 should have a blood pressure below 130 mmHg.',
  ],
  ['Staff passports expire after 36 months.', 'A staff passport expires after 24 months.'],
  ['Volunteers can hold a workforce passport.', 'Volunteers cannot hold a workforce passport.'],
  ['Discharge summaries may be sent by fax.', 'Discharge summaries must not be sent by fax.'],
  ['The virtual ward reduced readmissions.', 'The virtual ward did not reduce readmissions.'],
  [
    'Consent is needed before records are shared for direct care.',
    'No consent is needed to share records for direct care.',
  ],
  [
    'Continuity of care is associated with fewer admissions.',
    'Continuity of care is not associated with fewer admissions.',
  ],
  [
    'Telephone follow-up is effective in preventing readmission.',
    'Telephone follow-up is ineffective in preventing readmission.',
  ],
  [
    'Pharmacists can change prescriptions at transfer.',
    'Pharmacists are not allowed to change prescriptions at transfer.',
  ],
  [
    'Test results are followed up by the general practice.',
    'Test results are not followed up by the general practice.',
  ],
  ['Agency staff are entitled to sick pay.', 'Agency staff are not entitled to sick pay.'],
  ['Families are always told about a transfer.', 'Families are rarely told about a transfer.'],
  ['Care plans must be reviewed every year.', 'Reviewing care plans every year is optional.'],
  ['Patients should be weighed daily.', 'Patients need not be weighed daily.'],
  [
    'Every patient must have a named coordinator.',
    'A named coordinator is recommended but not required for every patient.',
  ],
  ['Carers must be offered an assessment.', 'Carers may be offered an assessment.'],
  [
    'Waiting times rose after the diagnostic hub opened.',
    'Waiting times fell after the diagnostic hub opened.',
  ],
  [
    'Shared clinics increased the cost of diabetes care.',
    'Shared clinics reduced the cost of diabetes care.',
  ],
  ['Staff morale improved under the new rota.', 'Under the new rota staff morale worsened.'],
  [
    'Mortality was higher in patients treated at home.',
    'Patients treated at home had lower mortality.',
  ],
  [
    'Complaints decreased after the telephone system was installed.',
    'After the telephone system was installed, complaints increased.',
  ],
  ['Home visits shorten the stay in hospital.', 'Home visits lengthen the stay in hospital.'],
  ['The scheme costs more than usual care.', 'The scheme costs less than usual care.'],
  ['Loneliness raises the risk of dementia.', 'Loneliness has no effect on the risk of dementia.'],
  ['The council holds the pooled budget.', 'The hospital trust holds the pooled budget.'],
  [
    'The board round takes place at 9:00 every morning.',
    'The board round takes place at 8:30 every morning.',
  ],
  [
    { text: 'Risk assessments are repeated after 14 days.', title: 'Falls policy 2019' },
    { text: 'Risk assessments are repeated after 7 days.', title: 'Falls policy 2024' },
  ],
  [
    'Sharing records without consent is lawful for direct care.',
    'Sharing records without consent is unlawful for direct care.',
  ],
];
