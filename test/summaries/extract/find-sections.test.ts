import { describe, expect, test } from 'vitest';
import { findSections, sectionAt } from '../../../src/summaries/extract/find-sections.ts';
import { roleOfHeading } from '../../../src/summaries/extract/section-role.ts';
import { readSampleText } from '../../fakes/read-sample.ts';

describe('roles of headings', () => {
  test.each([
    ['Abstract', 'summary'],
    ['Executive summary', 'summary'],
    ['Key messages', 'summary'],
    ['TL;DR:', 'summary'],
    ['Ministerial Foreword', 'foreword'],
    ['1 Introduction', 'introduction'],
    ['Introduction by The Rt Hon the Baroness Hallett DBE', 'introduction'],
    ['Why plans fail', 'background'],
    ['Research rationale', 'background'],
    ['2.1 Study Aims and Cohorts', 'aims'],
    ['Purpose and scope', 'aims'],
    ['Who this applies to', 'scope'],
    ['3. Methods', 'methods'],
    ['Analysis approach', 'methods'],
    ['What was built', 'methods'],
    ['4 Key Findings', 'findings'],
    ['RESULTS', 'findings'],
    ['What the audit showed', 'findings'],
    ['Conclusions', 'conclusions'],
    ['Conclusions and recommendations', 'recommendations'],
    ['Recommendation 5: Data and research', 'recommendations'],
    ['Appendix 4: List of recommendations', 'recommendations'],
    ['What we would tell others', 'recommendations'],
    ['Limitations and caveats', 'limits'],
    ['Strengths and limitations', 'limits'],
    ['What the values do not settle', 'limits'],
    ['7 References', 'apparatus'],
    ['8 Appendix 1 - Model descriptions', 'apparatus'],
    ['Contents', 'apparatus'],
    ['About NHS Alliance', 'apparatus'],
    ['Retraction notice', 'summary'],
    ['Results as first published', 'apparatus'],
    ['Time limits', null],
    ['A lack of action', null],
    ['Expert medical and scientific advice', null],
    ['Limitations of the exercises', null],
  ])('%s: %s', (heading, role) => {
    expect(roleOfHeading(heading)).toBe(role);
  });

  test('what a plan will look at has not been found yet', () => {
    expect(roleOfHeading('Impact of the pandemic', 'methods')).toBe('methods');
    expect(roleOfHeading('Impact of the pandemic')).toBe('findings');
  });
});

describe('sections of a text', () => {
  test('inherit a role, and neither the title nor a caption begins one', async () => {
    const { text } = await readSampleText(
      [
        '# Results of a study',
        'By somebody.',
        '## Methods',
        '### Setting',
        'Three towns.',
        '## Table 2: What was counted',
        'Still about methods.',
        '## Appendix A',
        '### Results',
        'More tables.',
      ].join('\n\n'),
    );
    const sections = findSections(text);
    expect(sections.map(({ heading, role }) => [heading, role])).toEqual([
      [null, null],
      ['Methods', 'methods'],
      ['Setting', 'methods'],
      ['Appendix A', 'apparatus'],
      ['Results', 'apparatus'],
    ]);
    const place = text.text.indexOf('Still about');
    expect(sectionAt(sections, place)).toMatchObject({ heading: 'Setting', depth: 2 });
    expect(sectionAt(sections, 3).heading).toBeNull();
  });
});
