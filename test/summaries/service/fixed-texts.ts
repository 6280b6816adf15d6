import type { Publication } from '../../../src/library/index.ts';

/** Texts of each sort that summaries treat differently; they stay as they are. */
export const fixedTexts: readonly { text: string; facts: Partial<Publication> }[] = [
  {
    facts: { kind: 'paper', title: 'Nurses on call at night in Merrowdale' },
    text: `# Nurses on call at night in Merrowdale

By Ann Smith and Tom Grey

6 May 2024

## Background

In 2021 Merrowdale had 88,000 inhabitants. A fall at night often ends in hospital.

## What was done

Nurses on call at night answer for 40 care homes in Merrowdale. We therefore compared them with 40 homes without a nurse. A crew of two drives out when a call is urgent. The crew then tells the GP.

## Results

Emergency admissions fell by 18% in homes with a nurse on call (see Figure 1). They did not fall elsewhere. The service cost £212,000 a year.12 Readmissions did not change either. HbA1c above 75 mmol/mol was common among residents.

## Limits

Homes were not randomised, so other differences may explain part of the fall.

## Recommendations

We recommend that every care home can call a nurse at night. GPs should agree the plan of each resident with the nurse. Each trust should:

- publish its waiting times;
- appoint a nurse for discharge.
`,
  },
  {
    facts: { kind: 'policy', title: 'Leaving hospital: rules for Stonelark' },
    text: `# Leaving hospital: rules for Stonelark

## Scope

This policy binds the hospital and all practices in Stonelark. Wards for children remain outside it.

## Rules

**Ward doctor.** The doctor who asks for a test owns its result. The coordinator agrees a date with the patient within 24 hours of admission. Nobody is discharged between 20:00 and 08:00. Patients should leave before noon. A delay of more than 48 hours goes to the director.

## Results of the pilot

Two wards tried the policy in 2023. The policy is therefore justified by safer handover.
`,
  },
  {
    facts: { kind: 'paper', title: 'Government response to the report on night nurses' },
    text: `# Government response to the report on night nurses

## Introduction

This response sets out what the government will do about the report.

## Recommendation 1

The government should pay for a nurse in every care home.

The government agrees that residents need help at night. We will also fund 200 nurses by 2026.

## Recommendation 2

We recommend that hospitals close at night.

The government does not accept this view of hospitals.
`,
  },
  {
    facts: { kind: 'notice', title: 'A new partnership' },
    text: `# A new partnership

Two associations of hospitals and practices have agreed to work together from October. They will publish shared values. The associations speak for 400 hospitals and 7,000 practices. Leaders met in July for the first time. However, no money has been set aside. Patients were asked what they expect, and most wanted shorter waits.
`,
  },
];
