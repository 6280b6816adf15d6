import { type Fields, fieldsOf, listOf, stringOf, textOf } from '../read-block.ts';

/** Something to choose. */
export interface Option {
  value: string;
  text: string;
  /** Empty for none. */
  description: string;
  /** Heading it stands under; empty for none. */
  group: string;
}

function optionOf(option: Fields, group: string): Option {
  return {
    value: stringOf(option.value),
    text: textOf(option.text),
    description: textOf(option.description),
    group,
  };
}

/** The options of a menu, in its order, those in groups with their heading. */
export function optionsOf(element: Fields): Option[] {
  const plain = listOf(element.options).map((option) => optionOf(option, ''));
  const grouped = listOf(element.option_groups).flatMap((group) =>
    listOf(group.options).map((option) => optionOf(option, textOf(group.label))),
  );
  return [...plain, ...grouped];
}

/** What is chosen to begin with, for menus whose options come from the app. */
export function initialOptionsOf(element: Fields): Option[] {
  const initial = [element.initial_option, ...listOf(element.initial_options)];
  return initial
    .map(fieldsOf)
    .filter((option) => stringOf(option.value) !== '')
    .map((option) => optionOf(option, ''));
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();

/** The options in which every typed word occurs, whatever its case and accents. */
export function filterOptions(options: readonly Option[], typed: string): Option[] {
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return options.filter(({ text, description }) => {
    const searched = folded(`${text} ${description}`);
    return words.every((word) => searched.includes(word));
  });
}
