/** As `summaryWishes`, of several publications or of a topic. */
export const otherWishes: readonly (readonly [typed: string, read: string])[] = [
  [
    'Compare the diabetes clinic and the heart failure service',
    'comparison: the diabetes clinic | the heart failure service',
  ],
  [
    'compare the 2019 and the 2024 discharge policy',
    'comparison: 2019 discharge policy | the 2024 discharge policy',
  ],
  [
    'Compare the falls case study, the housing case study and the crisis line',
    'comparison: the falls case study | the housing case study | the crisis line',
  ],
  [
    'Please compare the heart failure evaluation with the first-year report on cost and outcomes',
    'comparison: the heart failure evaluation | the first-year report; cost, outcomes',
  ],
  [
    'Can you compare the housing and falls case studies in terms of cost, staff and outcomes?',
    'comparison: the housing | falls case studies; cost, staff, outcomes',
  ],
  ['comparison of the two discharge policies', 'comparison: 2 discharge policies'],
  ['compare the two heart failure papers', 'comparison: 2 heart failure papers'],
  ['Compare both discharge policies, please', 'comparison: 2 discharge policies'],
  ['can you compare all three of the case studies on cost?', 'comparison: 3 case studies on cost'],
  ['Compare the two studies side by side', 'comparison: 2 studies'],
  [
    'A comparison of the diabetes clinic and the COPD virtual ward',
    'comparison: the diabetes clinic | the COPD virtual ward',
  ],
  [
    'Give me a side-by-side comparison of the falls car and the crisis line',
    'comparison: the falls car | the crisis line',
  ],
  [
    'make a table comparing the diabetes clinic and the follow-up clinics',
    'comparison: the diabetes clinic | the follow-up clinics',
  ],
  [
    'Compare and contrast the pooled budget paper and the discussion paper',
    'comparison: the pooled budget paper | the discussion paper',
  ],
  [
    'Put the diabetes clinic and the heart failure service side by side',
    'comparison: the diabetes clinic | the heart failure service',
  ],
  [
    'compare the falls paper vs the housing paper',
    'comparison: the falls paper | the housing paper',
  ],
  [
    'Compare “Falls and frailty” with “Housing and health”',
    'comparison: Falls and frailty | Housing and health',
  ],
  [
    'could you contrast the 2019 policy with the 2024 policy',
    'comparison: the 2019 policy | the 2024 policy',
  ],
  [
    'I want to compare the diabetes clinic, the heart failure service and the COPD ward by readmissions',
    'comparison: the diabetes clinic | the heart failure service | the COPD ward; readmissions',
  ],
  [
    'Compare the discharge policy of 2019 and 2024',
    'comparison: the discharge policy of 2019 | 2024 discharge policy',
  ],
  [
    'What has changed between the 2023 and the 2025 policy?',
    'changes: 2023 policy | the 2025 policy',
  ],
  [
    'what has changed between the 2019 and the 2024 discharge policy',
    'changes: 2019 discharge policy | the 2024 discharge policy',
  ],
  [
    "What's changed between the 2019 discharge policy and the 2024 discharge policy?",
    'changes: the 2019 discharge policy | the 2024 discharge policy',
  ],
  [
    'what changed between the 2023 and 2025 policy on discharge?',
    'changes: 2023 policy on discharge | 2025 policy on discharge',
  ],
  [
    'What is different between the old and the new discharge policy?',
    'changes: old discharge policy | the new discharge policy',
  ],
  ['What changed from the 2019 to the 2024 policy?', 'changes: 2019 policy | the 2024 policy'],
  [
    'list the changes between the 2019 and 2024 discharge policies',
    'changes: 2019 discharge policies | 2024 discharge policies',
  ],
  [
    'Can you show me the changes from the 2019 policy to the 2024 policy?',
    'changes: the 2019 policy | the 2024 policy',
  ],
  [
    "what's new in the 2024 discharge policy compared with the 2019 one?",
    'changes: 2019 discharge policy | the 2024 discharge policy',
  ],
  [
    "What's new in the 2024 policy compared with the 2019 policy?",
    'changes: the 2019 policy | the 2024 policy',
  ],
  [
    'What is new in the 2025 guidelines since the 2021 guidelines',
    'changes: the 2021 guidelines | the 2025 guidelines',
  ],
  [
    'tell me what has changed between the 2019 and the 2024 versions of the discharge policy',
    'changes: 2019 discharge policy | the 2024 versions of the discharge policy',
  ],
  [
    'What did the 2024 policy change compared with the 2019 policy?',
    'changes: the 2019 policy | the 2024 policy',
  ],
  [
    'How does the 2024 discharge policy differ from the 2019 one?',
    'changes: 2019 discharge policy | the 2024 discharge policy',
  ],
  [
    'What are the differences between the 2019 and the 2024 discharge policy?',
    'changes: 2019 discharge policy | the 2024 discharge policy',
  ],
  [
    'what changed in the discharge policy between 2019 and 2024?',
    'changes: 2019 discharge policy | 2024 discharge policy',
  ],
  [
    'Has anything changed between the 2019 policy and the 2024 policy?',
    'changes: the 2019 policy | the 2024 policy',
  ],
  ['Brief me on falls', 'briefing: falls'],
  ['brief me on discharge please', 'briefing: discharge'],
  ['Can you brief me on falls and housing?', 'briefing: falls and housing'],
  ['Briefing on mental health', 'briefing: mental health'],
  ['A briefing on virtual wards for the board', 'briefing: virtual wards'],
  ['I need a briefing note on information sharing', 'briefing: information sharing'],
  ['reading list on integrated care', 'briefing: integrated care'],
  ['Give me a reading list about pooled budgets', 'briefing: pooled budgets'],
  ['Please brief the board on end of life care', 'briefing: end of life care'],
  ['What should I read on heart failure?', 'briefing: heart failure'],
  ['what do we have on discharge?', 'briefing: discharge'],
  ['What is there in the library about falls?', 'briefing: falls'],
  ["what's in the library on housing", 'briefing: housing'],
  ['Bring me up to speed on patient-initiated follow-up', 'briefing: patient-initiated follow-up'],
  ['get me up to date with medicines at transfer', 'briefing: medicines at transfer'],
  ['Summarise the evidence on virtual wards', 'briefing: virtual wards'],
  ['Summarise everything we have on discharge', 'briefing: discharge'],
  ['summarize the literature about falls prevention', 'briefing: falls prevention'],
  ['Could you send me something to read about workforce?', 'briefing: workforce'],
  ['prepare a briefing paper about joint working', 'briefing: joint working'],
];
