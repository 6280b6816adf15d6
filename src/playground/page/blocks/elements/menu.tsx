import { useState } from 'react';
import { ComboBox, type Key } from 'react-aria-components';
import { type Placed, useForm } from '../form.ts';
import { numberOf, textOf } from '../read-block.ts';
import { ariaOf, type ElementNames } from './element-names.ts';
import { MenuInput, MenuList } from './menu-field.tsx';
import type { Option } from './options.ts';

export interface MenuProps {
  placed: Placed;
  names: ElementNames;
  /** What may be chosen now. */
  options: readonly Option[];
  /** What the chosen values are called. */
  nameOf: (value: string) => string;
  /** Why nothing, or nothing else, is offered. */
  note: string;
  /** What is looked for; empty when the menu has just been opened. */
  onSearch: (typed: string) => void;
}

/** A menu of which one option can be chosen, found by typing. */
export function SingleMenu({ placed, names, options, nameOf, note, onSearch }: MenuProps) {
  const form = useForm();
  const entry = form.entryOf(placed);
  const chosen = entry === null ? null : String(entry);
  const chosenName = chosen === null ? '' : nameOf(chosen);
  const [typed, setTyped] = useState<string | null>(null);
  const choose = (key: Key | null): void => {
    setTyped(null);
    if (key !== null && key !== chosen) void form.change(placed, String(key));
  };
  return (
    <span className="block-select">
      <ComboBox
        {...ariaOf(names)}
        id={names.id}
        isInvalid={names.isInvalid}
        allowsEmptyCollection
        // The field opens it: left to itself, the menu opens again when what was typed is taken back.
        menuTrigger="manual"
        defaultFilter={() => true}
        value={chosen}
        onChange={choose}
        inputValue={typed ?? chosenName}
        onInputChange={(text) => {
          if (text === (typed ?? chosenName)) return;
          setTyped(text);
          onSearch(text === chosenName ? '' : text);
        }}
        onOpenChange={(isOpen) => {
          if (!isOpen) setTyped(null);
          else if (typed === null) onSearch('');
        }}
        onBlur={() => setTyped(null)}
      >
        <MenuInput
          placeholder={textOf(placed.element.placeholder) || 'Choose an option'}
          actionId={placed.actionId}
        />
        <MenuList options={options} note={note} />
      </ComboBox>
      {chosen !== null &&
        placed.element.type !== 'overflow' &&
        !names.isRequired &&
        !placed.sends && (
          <button type="button" className="text-button" onClick={() => form.keep(placed, null)}>
            Clear<span className="visually-hidden"> {names.label}</span>
          </button>
        )}
    </span>
  );
}

/** A menu of which several options can be chosen. The app is told when it closes. */
export function SeveralMenu({ placed, names, options, nameOf, note, onSearch }: MenuProps) {
  const form = useForm();
  const entry = form.entryOf(placed);
  const chosen = Array.isArray(entry) ? (entry as readonly string[]) : [];
  const [typed, setTyped] = useState('');
  const [before, setBefore] = useState(chosen);
  const most = numberOf(placed.element.max_selected_items) ?? Number.POSITIVE_INFINITY;
  const isFull = chosen.length >= most;
  const send = async (): Promise<void> => {
    if (!(await form.change(placed, chosen))) form.keep(placed, before);
  };
  const shown = isFull ? options.filter(({ value }) => chosen.includes(value)) : options;
  return (
    <span className="block-select">
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map((value) => (
            <li key={value} className="chip">
              {nameOf(value)}
              <button
                type="button"
                aria-label={`Remove ${nameOf(value)}`}
                onClick={() =>
                  void form.change(
                    placed,
                    chosen.filter((other) => other !== value),
                  )
                }
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <ComboBox
        {...ariaOf(names)}
        id={names.id}
        isInvalid={names.isInvalid}
        allowsEmptyCollection
        menuTrigger="manual"
        defaultFilter={() => true}
        selectionMode="multiple"
        value={chosen}
        onChange={(keys) => form.keep(placed, keys.map(String))}
        inputValue={typed}
        onInputChange={(text) => {
          setTyped(text);
          onSearch(text);
        }}
        onOpenChange={(isOpen) => {
          if (isOpen) {
            setBefore(chosen);
            onSearch(typed);
            return;
          }
          setTyped('');
          if (placed.sends && before.join() !== chosen.join()) void send();
        }}
        onBlur={() => setTyped('')}
      >
        <MenuInput
          placeholder={textOf(placed.element.placeholder) || 'Choose options'}
          actionId={placed.actionId}
        />
        <MenuList options={shown} note={isFull ? `No more than ${most} can be chosen` : note} />
      </ComboBox>
    </span>
  );
}
