/** What people type who want a summary, with what is read of it, shortened: see `inShort`. */
export const summaryWishes: readonly (readonly [typed: string, read: string])[] = [
  ['Summarise the discharge policy', 'summary: the discharge policy'],
  ['summarize the 2024 discharge policy', 'summary: the 2024 discharge policy'],
  ['Please summarise the discharge policy.', 'summary: the discharge policy'],
  [
    'Can you summarise the discharge policy for the board?',
    'summary: the discharge policy / board',
  ],
  [
    'could you please summarize the heart failure evaluation in one sentence',
    'summary: the heart failure evaluation / sentence',
  ],
  ['Sum up the workforce passport briefly', 'summary: the workforce passport'],
  [
    'sum up the information sharing policy in plain English',
    'summary: the information sharing policy / public',
  ],
  ['Summary of the common values', 'summary: the common values'],
  ['summary of the falls paper please', 'summary: the falls paper'],
  [
    'A one-sentence summary of the housing case study',
    'summary: the housing case study / sentence',
  ],
  [
    'I need a short summary of the pooled budget paper for clinicians',
    'summary: the pooled budget paper / clinician',
  ],
  [
    'Give me a full summary of the COVID inquiry report',
    'summary: the COVID inquiry report / full',
  ],
  [
    'give us a plain-English summary of the diabetes clinic case study',
    'summary: the diabetes clinic case study / public',
  ],
  [
    'Summarise “Measuring joint working by what patients achieve” in full for the board',
    'summary: “Measuring joint working by what patients achieve” / full / board',
  ],
  [
    'Summarise for the board the 2024 discharge policy',
    'summary: the 2024 discharge policy / board',
  ],
  [
    'Summarise in one sentence: the heart failure evaluation',
    'summary: the heart failure evaluation / sentence',
  ],
  ['TL;DR of the discussion paper', 'summary: the discussion paper'],
  ['tldr the medicines paper', 'summary: the medicines paper'],
  [
    'Hi Concord, could you summarise the Leeds mental health report in a paragraph? Thanks',
    'summary: the Leeds mental health report',
  ],
  [
    'Morning! We have a board meeting tomorrow. Please summarise the discharge policy for the trust board.',
    'summary: the discharge policy / board',
  ],
  [
    "I'd like a summary of the workforce passport for our governors",
    'summary: the workforce passport / board',
  ],
  [
    'I would like you to summarise the letters standard for GPs',
    'summary: the letters standard / clinician',
  ],
  [
    'Can I have a board summary of the information sharing policy?',
    'summary: the information sharing policy / board',
  ],
  [
    'Could we have an executive summary of the virtual ward paper',
    'summary: the virtual ward paper / board',
  ],
  [
    'would you mind summarising the crisis line case study for patients',
    'summary: the crisis line case study / public',
  ],
  ['summarise the key findings of the Northmere evaluation', 'summary: the Northmere evaluation'],
  [
    'Summarise the main points from the 2014 press notice in two sentences',
    'summary: the 2014 press notice',
  ],
  ['what is new', 'question'],
  ['summarise discharge policy in 50 words', 'summary: discharge policy'],
  [
    'summarise the diagnostic hub case study in 500 words',
    'summary: the diagnostic hub case study / full',
  ],
  [
    'Summarise the diabetes paper for the public, in one sentence',
    'summary: the diabetes paper / sentence / public',
  ],
  [
    'Summarise the diabetes paper in one sentence for the public',
    'summary: the diabetes paper / sentence / public',
  ],
  [
    'Condense the heart failure paper into one sentence',
    'summary: the heart failure paper / sentence',
  ],
  [
    'Boil down the discussion paper to a single sentence',
    'summary: the discussion paper / sentence',
  ],
  ['Précis of the pooled budget paper', 'summary: the pooled budget paper'],
  ['the gist of the falls case study', 'summary: the falls case study'],
  ['Get me the gist of the behaviour change response', 'summary: the behaviour change response'],
  ['write a lay summary of the care homes analysis', 'summary: the care homes analysis / public'],
  [
    'Produce a detailed summary of the inquiry report for the chief executive',
    'summary: the inquiry report / full / board',
  ],
  [
    'Please could you do me a quick summary of the workforce passport?',
    'summary: the workforce passport',
  ],
  [
    'summarise the advice and guidance case study in layman’s terms',
    'summary: the advice and guidance case study / public',
  ],
  ['@Concord summarise the discharge policy', 'summary: the discharge policy'],
  ['summarise', 'summary: '],
  ['Summarise this', 'summary: '],
  ['summarise a paper', 'summary: '],
  ['Can you summarise papers?', 'summary: '],
  ['summarise it for the board', 'summary:  / board'],
  ['Summarise this thread', 'conversation'],
  ['summarize this channel please', 'conversation'],
  ['Could you sum up the discussion above?', 'conversation'],
  ['Give me a summary of this conversation', 'conversation'],
  ["summarise today's messages", 'conversation'],
  ['Recap the meeting', 'conversation'],
  ['What did I miss?', 'conversation'],
  ['catch me up on this channel', 'conversation'],
  ['Summarise the last meeting', 'conversation'],
  ['I could do with a summary of the pooled budget paper', 'summary: the pooled budget paper'],
  ['Any chance of a summary of the workforce passport?', 'summary: the workforce passport'],
  ['Need a short summary of the 2024 policy for the board', 'summary: the 2024 policy / board'],
];
