import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { type FocusEventHandler, type ReactNode, useId } from 'react';
import classes from './StarsInput.module.css';

const WORDS = ['No me gustó', 'Regular', 'Bueno', 'Muy bueno', 'Excelente'] as const;

type Props = {
  label: string;
  value?: number | undefined;
  onChange: (stars: number) => void;
  error?: ReactNode;
  /** Of the group of buttons; one of its own unless a form gives it. */
  name?: string;
  onFocus?: FocusEventHandler;
  onBlur?: FocusEventHandler;
  /** How the form finds the field to focus; given by `form.field`. */
  'data-path'?: string | undefined;
};

/** One to five stars to choose: a group of radio buttons, for the pointer, the finger and the arrow keys. */
export function StarsInput(props: Props) {
  const id = useId();
  const { label, value, onChange, error, name = id, onFocus, onBlur, 'data-path': path } = props;
  return (
    <fieldset
      className={classes.group}
      aria-describedby={error ? `${id}-error` : undefined}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.row}>
        <div className={classes.choices}>
          {WORDS.map((word, index) => (
            <label key={word} className={classes.choice} title={word}>
              <input
                type="radio"
                name={name}
                className={classes.input}
                checked={value === index + 1}
                onChange={() => onChange(index + 1)}
                aria-label={`${index + 1} de 5: ${word}`}
                aria-invalid={error ? true : undefined}
                data-path={index === 0 ? path : undefined}
              />
              <IconStar className={classes.empty} size={34} stroke={1.5} aria-hidden />
              <IconStarFilled className={classes.full} size={34} aria-hidden />
            </label>
          ))}
        </div>
        <span className={classes.word} aria-hidden>
          {value ? WORDS[value - 1] : ''}
        </span>
      </div>
      {error && (
        <div id={`${id}-error`} className={classes.error} role="alert">
          {error}
        </div>
      )}
    </fieldset>
  );
}
