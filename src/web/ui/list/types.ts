import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export type Column<T> = {
  id: string;
  title: string;
  render: (item: T) => ReactNode;
  /** The `orden` value that sorts by this column upward; `-orden` must exist for downward. */
  sort?: {
    up?: string;
    down?: string;
    /** How the order is called where there is no heading to press: `Apellido, de la A a la Z`. */
    upName?: string;
    downName?: string;
  };
  /** Right-aligned, figures of one width. */
  numeric?: boolean;
  width?: number | string;
};

export type Filter = {
  /** The query parameter. */
  name: string;
  title: string;
  options: { value: string; label: string }[];
  /** Several at once, joined by commas in the URL. */
  multiple?: boolean;
};

export type ItemLink = { to: LinkProps['to']; params?: LinkProps['params'] };

export type Selection = {
  ids: ReadonlySet<number>;
  toggle: (id: number) => void;
  setAll: (ids: number[]) => void;
  clear: () => void;
};
