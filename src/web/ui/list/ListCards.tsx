import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { AppLink } from '../link.tsx';
import classes from './list.module.css';
import type { ItemLink, Selection } from './types.ts';

type Props<T> = {
  label: string;
  items: T[];
  /** The title of a card; it is the link. */
  title: (item: T) => ReactNode;
  card: (item: T) => ReactNode;
  link?: ((item: T) => ItemLink) | undefined;
  nameOf: (item: T) => string;
  selection?: Selection | undefined;
};

/** The list as cards, for phones. */
export function ListCards<T extends { id: number }>(props: Props<T>) {
  const { label, items, title, card, link, nameOf, selection } = props;
  return (
    <ul className={classes.cards} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={classes.card}>
          {selection && (
            // biome-ignore lint/a11y/noLabelWithoutControl: the box inside has its own name; this only widens it for a finger.
            <label className={classes.cardCheck}>
              <Checkbox
                aria-label={`Seleccionar ${nameOf(item)}`}
                checked={selection.ids.has(item.id)}
                onChange={() => selection.toggle(item.id)}
              />
            </label>
          )}
          <div className={classes.cardBody}>
            {link ? (
              <AppLink {...link(item)} className={classes.cardLink}>
                {title(item)}
              </AppLink>
            ) : (
              <div className={classes.name}>{title(item)}</div>
            )}
            {card(item)}
          </div>
        </li>
      ))}
    </ul>
  );
}
