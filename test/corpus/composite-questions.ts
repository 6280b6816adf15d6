/** A question that needs several pieces of evidence, and how somebody would look it up. */
export interface CompositeQuestion {
  question: string;
  /** Golden questions whose evidence it needs, some of each. */
  of: readonly [string, string, ...string[]];
  /** What a plan would search for side by side. */
  parts: readonly string[];
  /** Where a plan would have it researched: what is searched for in each step after that. */
  steps?: readonly (readonly string[])[];
}

export const compositeQuestions: readonly CompositeQuestion[] = [
  {
    question:
      'What is the difference between the 2019 and the 2024 discharge policy in how soon the practice gets the summary?',
    of: ['discharge-policy-2019-01', 'discharge-policy-2024-01'],
    parts: [
      'How soon does the practice get the discharge summary in the 2019 policy?',
      'How soon does the practice get the discharge summary in the 2024 policy?',
    ],
  },
  {
    question:
      'Which is rung back sooner, somebody who phoned in a crisis or a GP who asks a specialist for advice?',
    of: ['mental-health-crisis-06', 'advice-and-guidance-01'],
    parts: [
      'Within what time is somebody rung back who phoned in a crisis?',
      'Within what time does a specialist answer a GP who asks for advice?',
    ],
  },
  {
    question: 'Compare the cost of the falls car with that of measuring outcomes.',
    of: ['falls-and-frailty-06', 'measuring-outcomes-07'],
    parts: ['What does the falls car cost?', 'What does measuring the outcomes cost?'],
  },
  {
    question:
      'How do the crisis line in Quillbridge and the falls car in Merrowdale compare in what they could not do: whom did they not help, and when do they not run?',
    of: ['mental-health-crisis-05', 'falls-and-frailty-04'],
    parts: [
      'Whom did the Quillbridge crisis line not help?',
      'When does the Merrowdale falls car not run, and why?',
    ],
  },
  {
    question:
      'What is the difference between a ReSPECT form and an advance decision in what the law asks of them?',
    of: ['end-of-life-planning-01', 'end-of-life-planning-02'],
    parts: [
      'Is a ReSPECT form legally binding?',
      'What does an advance decision to refuse treatment need by law?',
    ],
  },
  {
    question:
      'How did payment work for the hospital in the shared diabetes clinics compared with advice and guidance?',
    of: ['diabetes-shared-clinic-03', 'advice-and-guidance-03'],
    parts: [
      'How is the hospital paid in the shared diabetes clinics?',
      'What is the hospital paid for advice and guidance?',
    ],
  },
  {
    question:
      'Did patients gain more quality of life from the heart failure service or from the COPD virtual ward fewer readmissions, in other words which worked better than usual care?',
    of: ['heart-failure-evaluation-04', 'copd-virtual-ward-02'],
    parts: [
      'Did quality of life improve in the heart failure service?',
      'Did the COPD virtual ward reduce readmissions?',
    ],
  },
  {
    question:
      'Who decides more: what is the patient council able to stop, and what veto had patients when outcome measures were chosen?',
    of: ['patient-involvement-03', 'measuring-outcomes-04'],
    parts: [
      'What can the patient council stop?',
      'Had patients a veto when the outcome measures were chosen?',
    ],
  },
  {
    question:
      'What is a workforce passport host charged, and what does clinical negligence fall on?',
    of: ['workforce-passport-04', 'workforce-passport-03'],
    parts: [
      'What does the host pay for staff with a workforce passport?',
      'Who covers clinical negligence for staff with a workforce passport?',
    ],
  },
  {
    question:
      'What does a community pharmacist see in the shared record, and when did pharmacies begin the discharge medicines service?',
    of: ['information-sharing-03', 'medicines-at-transfer-03'],
    parts: [
      'What does a community pharmacist see in the shared record?',
      'When did pharmacies begin the discharge medicines service?',
    ],
  },
  {
    question:
      'How long are ultrasound waits at Stonelark? And how long does the right to come back last in rheumatology?',
    of: ['community-diagnostic-hub-01', 'patient-initiated-follow-up-01'],
    parts: [],
  },
  {
    question: 'Who pays the housing officers? What may they order without approval?',
    of: ['housing-and-health-04', 'housing-and-health-02'],
    parts: [],
  },
  {
    question: 'Can agency nurses have a passport? Who rings about an unexpected finding on a scan?',
    of: ['workforce-passport-02', 'community-diagnostic-hub-03'],
    parts: [],
  },
  {
    question: 'What did bereaved families complain about? What was hardest about repairing homes?',
    of: ['end-of-life-planning-05', 'housing-and-health-05'],
    parts: [],
  },
  {
    question:
      'How do the equipment of the virtual ward and the signal of the heart failure nurses differ between the two services?',
    of: ['copd-virtual-ward-03', 'heart-failure-first-year-01'],
    parts: [
      'What equipment do patients of the virtual ward have?',
      'What is the signal to ring the heart failure nurse?',
    ],
  },
  {
    question:
      'What is the difference between leaving the pooled budget and losing a workforce passport in how it comes about?',
    of: ['pooled-budget-04', 'workforce-passport-05'],
    parts: [
      'How does a partner leave the pooled budget?',
      'When is a workforce passport withdrawn?',
    ],
  },
  {
    question:
      'Compare the share of fallers taken to hospital with the share of haematology questions that became referrals.',
    of: ['falls-and-frailty-02', 'advice-and-guidance-02'],
    parts: [
      'What share of fallers was taken to hospital by the falls car?',
      'What share of haematology advice questions led to a referral?',
    ],
  },
  {
    question:
      'What has changed since the earlier policy on who rings patients after discharge, and who looks after outstanding results?',
    of: ['discharge-policy-2019-02', 'discharge-policy-2024-02'],
    parts: ['Who telephones patients after discharge?'],
    steps: [
      ['discharge policy 2019 telephone patients aged 80', 'results outstanding at discharge'],
      [],
    ],
  },
  {
    question:
      'What did the district that runs the falls car agree about losses in its pooled budget?',
    of: ['falls-and-frailty-01', 'pooled-budget-01'],
    parts: ['Which district runs the falls car?'],
    steps: [['Merrowdale pooled budget how a loss is shared'], []],
  },
  {
    question:
      'Which equipment do patients have on the virtual ward of the district whose housing officers work on the wards?',
    of: ['housing-and-health-04', 'copd-virtual-ward-03'],
    parts: ['Which district has housing officers on the wards?'],
    steps: [['Harrowfen virtual ward equipment patients take home'], []],
  },
  {
    question:
      'The evaluation of the heart failure service used two districts as controls: what does the crisis service of the first one of the districts that were compared achieve with the police?',
    of: ['heart-failure-evaluation-03', 'mental-health-crisis-02'],
    parts: ['Which districts were the comparison in the heart failure evaluation?'],
    steps: [['Quillbridge police section 136'], []],
  },
  {
    question:
      'How long do people wait for an ultrasound in the place whose patient council is drawn by lot?',
    of: ['patient-involvement-01', 'community-diagnostic-hub-01'],
    parts: ['Which patient council is drawn by lot?'],
    steps: [['Stonelark ultrasound median wait'], []],
  },
  {
    question:
      'The organisation that blamed three policies for competition: who was its chief executive when the partnership began?',
    of: ['discussion-paper-out-of-hospital-care-01', 'partnership-2014-03'],
    parts: ['Which organisation blamed three policies for competition?'],
    steps: [['NHS Alliance chief executive'], []],
  },
  {
    question:
      'How fast are advice requests answered in the district that set up the shared heart failure service, and who staffs that service?',
    of: ['heart-failure-first-year-02', 'advice-and-guidance-01'],
    parts: ['Who staffs the shared heart failure service?'],
    steps: [['Northmere advice request specialist answers within working days'], []],
  },
  {
    question:
      'Do the team and the evaluation agree on how much heart failure admissions fell in Northmere?',
    of: ['several-06', 'heart-failure-evaluation-02'],
    parts: [
      'By how much did the team say heart failure admissions fell?',
      'By how much did admissions fall against the comparison group?',
    ],
  },
  {
    question: 'What is an ICB and when were primary care trusts replaced, and by what?',
    of: ['glossary-01', 'several-09'],
    parts: ['When were integrated care boards set up?', 'What replaced primary care trusts?'],
  },
  {
    question:
      'Compare the notice a partner needs to leave the shared budget with the time patients have to come back to dermatology.',
    of: ['pooled-budget-04', 'patient-initiated-follow-up-01'],
    parts: [
      'How much notice must a partner give to leave the pooled budget?',
      'How long does the right to come back last in dermatology?',
    ],
  },
  {
    question:
      'How does access to hidden records by the ambulance differ from reading by staff without reason, and how is each looked into?',
    of: ['information-sharing-05', 'information-sharing-06'],
    parts: ['When may a hidden record be opened?', 'How are accesses to records examined?'],
  },
  {
    question:
      'What is the longest stay on the virtual ward, and how long may somebody be kept under section 136?',
    of: ['copd-virtual-ward-04', 'mental-health-crisis-01'],
    parts: [
      'What is the longest stay on the virtual ward?',
      'How long may somebody be kept under section 136?',
    ],
  },
  {
    question:
      'Which had more effect on work in general practice than elsewhere: follow-up by request or the self-management course?',
    of: ['patient-initiated-follow-up-04', 'patient-involvement-05'],
    parts: [
      'Did follow-up by request create work for general practices?',
      'What did the self-management course change in visits and contacts?',
    ],
  },
];
