import { Button, Input, Loader, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import classes from './Picker.module.css';

export type PickerOption = {
  key: string;
  title: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
  disabled?: boolean;
};

type Props = {
  label: string;
  placeholder: string;
  /** Of the field of a form, so that its error can take the focus here. */
  name?: string;
  error?: ReactNode;
  text: string;
  onText: (text: string) => void;
  options: PickerOption[];
  onPick: (key: string) => void;
  loading?: boolean;
  /** Said when nothing is listed. */
  nothing?: string;
};

/** Search as you type over a list that stays in sight: one click, or arrows and Enter, picks. */
export function Picker(props: Props) {
  const { label, placeholder, name, error, text, onText, options, onPick, loading, nothing } =
    props;
  const listId = useId();
  const [active, setActive] = useState(0);
  const current = Math.min(active, options.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;
  const pick = (option: PickerOption | undefined) => {
    if (option && !option.disabled) onPick(option.key);
  };

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) {
      event.preventDefault();
      const next = (current + step + options.length) % options.length;
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!loading) pick(options[current]);
    }
  }

  return (
    <div>
      <TextInput
        label={label}
        placeholder={placeholder}
        name={name}
        error={error}
        autoComplete="off"
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={loading ? <Loader size="xs" role="img" aria-label="Buscando" /> : undefined}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={options.length > 0 ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? optionId(current) : undefined}
        maxLength={120}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {options.length > 0 && (
        <div id={listId} role="listbox" aria-label={label} className={classes.list}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts from the search box.
            <div
              key={option.key}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              aria-disabled={option.disabled ?? false}
              className={classes.option}
              onMouseMove={() => setActive(index)}
              onClick={() => pick(option)}
            >
              <div className={classes.text}>
                <div>{option.title}</div>
                {option.detail && <div className={classes.detail}>{option.detail}</div>}
              </div>
              {option.aside && <div className={classes.aside}>{option.aside}</div>}
            </div>
          ))}
        </div>
      )}
      <Text role="status" size="sm" c="dimmed" mt={options.length > 0 ? 0 : 6}>
        {options.length === 0 && !loading && nothing}
      </Text>
    </div>
  );
}

type ChosenProps = {
  label: string;
  title: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
  error?: ReactNode;
  onChange: () => void;
};

/** What was picked, and the way to pick another. */
export function Chosen({ label, title, detail, aside, error, onChange }: ChosenProps) {
  return (
    <Input.Wrapper label={label} labelElement="div" error={error}>
      <div className={classes.chosen}>
        <div className={classes.text}>
          <Text fw={600}>{title}</Text>
          {detail && <div className={classes.detail}>{detail}</div>}
        </div>
        {aside}
        <Button
          variant="default"
          size="compact-sm"
          style={{ flexShrink: 0 }}
          aria-label={`Cambiar: ${label}`}
          onClick={onChange}
        >
          Cambiar
        </Button>
      </div>
    </Input.Wrapper>
  );
}
