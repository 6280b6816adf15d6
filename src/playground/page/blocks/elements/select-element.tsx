import { useState } from 'react';
import { usePage } from '../../client/use-page.ts';
import { type Placed, useForm } from '../form.ts';
import { stringOf } from '../read-block.ts';
import type { ElementNames } from './element-names.ts';
import { SeveralMenu, SingleMenu } from './menu.tsx';
import { filterOptions, initialOptionsOf, type Option, optionsOf } from './options.ts';
import { useSuggestions } from './use-suggestions.ts';
import { workspaceOptions } from './workspace-options.ts';

interface SelectProps {
  placed: Placed;
  names: ElementNames;
}

const nameIn =
  (options: readonly Option[]) =>
  (value: string): string =>
    options.find((option) => option.value === value)?.text ?? value;

const isSeveral = ({ element }: Placed): boolean => stringOf(element.type).startsWith('multi_');

/** A menu whose options are known: the app's own, or people, channels and conversations. */
function KnownSelect({ placed, names, all }: SelectProps & { all: Option[] }) {
  const [typed, setTyped] = useState('');
  const Menu = isSeveral(placed) ? SeveralMenu : SingleMenu;
  return (
    <Menu
      placed={placed}
      names={names}
      options={filterOptions(all, typed)}
      nameOf={nameIn(all)}
      note={filterOptions(all, typed).length === 0 ? 'No results' : ''}
      onSearch={setTyped}
    />
  );
}

/** `static_select` and `multi_static_select`. */
export const StaticSelect = ({ placed, names }: SelectProps) => (
  <KnownSelect placed={placed} names={names} all={optionsOf(placed.element)} />
);

/** Menus of people, channels and conversations. */
export function WorkspaceSelect({ placed, names }: SelectProps) {
  const { page } = usePage();
  return <KnownSelect placed={placed} names={names} all={workspaceOptions(placed.element, page)} />;
}

/** `external_select` and `multi_external_select`: the app answers what is typed. */
export function ExternalSelect({ placed, names }: SelectProps) {
  const { seen } = useForm();
  const [{ options, note }, ask] = useSuggestions(placed);
  const Menu = isSeveral(placed) ? SeveralMenu : SingleMenu;
  const known = [...seen.values(), ...initialOptionsOf(placed.element)];
  return (
    <Menu
      placed={placed}
      names={names}
      options={options}
      nameOf={nameIn(known)}
      note={note}
      onSearch={ask}
    />
  );
}
