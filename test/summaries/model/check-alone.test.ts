import { expect, test } from 'vitest';
import { checkAlone } from '../../../src/summaries/model/check-alone.ts';

const title = 'Discharge policy of the Valley district';
const codeOf = (text: string): string | undefined => checkAlone({ text }, title)?.code;

test.each([
  'The authors found no evidence that the service reduced admissions.',
  'This policy applies to all hospitals of the district',
  'Folic acid lowered homocysteine (WMD -5.90, 95% CI -8.43 to -3.37, P < 0.00001, 3 trials; n = 310).',
  'Staff said that “we were never asked” about the new rota.',
  'Professionals such as GPs and police officers have a number of their own.',
  'In the US 19% of patients were readmitted within 30 days.',
])('is understood alone: %s', (text) => expect(codeOf(text)).toBeUndefined());

test.each([
  'They were asked about the new rota.',
  'However, admissions fell by 19%.',
  'Additionally, admissions fell by 19%.',
  'We found that admissions fell by 19%.',
  'Admissions fell by 19% in our hospitals.',
  'I recommend that boards appoint a lead.',
  'Admissions fell by 19% (see Table 2).',
  'Table 2 shows that admissions fell by 19%.',
  'The above shows that admissions fell.',
  'Yorkshire Ambulance Service Data (YAS',
])('is not: %s', (text) => expect(codeOf(text)).toBe('not-alone'));
