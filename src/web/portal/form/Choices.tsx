import { IconCheck } from '@tabler/icons-react';
import classes from './choices.module.css';

type Choice = { id: number | undefined; nombre: string; color: string };

type Props = {
  type: 'radio' | 'checkbox';
  name: string;
  choices: Choice[];
  isChosen: (id: number | undefined) => boolean;
  onChoose: (id: number | undefined, chosen: boolean) => void;
  /** One row to swipe on phones, to the edges of the screen. */
  swipe?: boolean;
};

/** Coloured words to choose one or several from. */
export function Choices({ type, name, choices, isChosen, onChoose, swipe = false }: Props) {
  return (
    <div className={classes.choices} data-swipe={swipe || undefined}>
      {choices.map(({ id, nombre, color }) => {
        const chosen = isChosen(id);
        return (
          <label key={nombre} className={classes.choice}>
            <input
              type={type}
              name={name}
              className={classes.input}
              checked={chosen}
              onChange={(event) => onChoose(id, event.currentTarget.checked)}
            />
            {chosen && <IconCheck size={15} stroke={2.5} aria-hidden />}
            {!chosen && color && (
              <span className={classes.dot} style={{ background: color }} aria-hidden />
            )}
            {nombre}
          </label>
        );
      })}
    </div>
  );
}
