/** Small valid blocks and elements, to be made wrong one way at a time. */

export const x = (length: number): string => 'x'.repeat(length);
export const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));
export const plain = (length = 5) => ({ type: 'plain_text', text: x(length) });
export const mrkdwn = (length = 5) => ({ type: 'mrkdwn', text: x(length) });
export const button = (more: object = {}) => ({ type: 'button', text: plain(), ...more });
export const option = (value = 'a') => ({ text: plain(), value });
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const menu = (more: object = {}) => ({
  type: 'static_select',
  options: [option()],
  ...more,
});
export const image = { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'a' };
export const input = (more: object = {}) => ({
  type: 'input',
  label: plain(),
  element: { type: 'plain_text_input' },
  ...more,
});
export const cell = { type: 'raw_text', text: 'a' };
export const feedback = (more: object = {}) => ({
  type: 'feedback_buttons',
  positive_button: { text: plain(), value: 'good' },
  negative_button: { text: plain(), value: 'bad' },
  ...more,
});
export const url = (length: number): string => `https://example.org/${x(length - 20)}`;
