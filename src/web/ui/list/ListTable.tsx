import { Checkbox, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { AppLink } from '../link.tsx';
import classes from './list.module.css';
import type { Column, ItemLink, Selection } from './types.ts';

type Props<T> = {
  label: string;
  items: T[];
  columns: Column<T>[];
  link?: ((item: T) => ItemLink) | undefined;
  nameOf: (item: T) => string;
  selection?: Selection | undefined;
  order: string | undefined;
  onOrder: (order: string) => void;
};

/** The list as a table, for wide screens. The first column is the link; the whole row follows it. */
export function ListTable<T extends { id: number }>(props: Props<T>) {
  const { label, items, columns, link, nameOf, selection, order, onOrder } = props;
  const navigate = useNavigate();
  const all = items.length > 0 && items.every(({ id }) => selection?.ids.has(id));
  return (
    <Table.ScrollContainer minWidth={600}>
      <Table highlightOnHover={Boolean(link)} verticalSpacing="sm" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {selection && (
              <Table.Th w={44}>
                <Checkbox
                  aria-label="Seleccionar todo lo que se ve"
                  checked={all}
                  indeterminate={!all && selection.ids.size > 0}
                  onChange={() =>
                    all ? selection.clear() : selection.setAll(items.map((i) => i.id))
                  }
                />
              </Table.Th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} order={order} onOrder={onOrder} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr
              key={item.id}
              data-link={link ? true : undefined}
              className={classes.row}
              bg={selection?.ids.has(item.id) ? 'var(--mantine-primary-color-light)' : undefined}
              onClick={(event) => {
                if (link && isPlainClick(event)) void navigate(link(item) as never);
              }}
            >
              {selection && (
                <Table.Td>
                  <Checkbox
                    aria-label={`Seleccionar ${nameOf(item)}`}
                    checked={selection.ids.has(item.id)}
                    onChange={() => selection.toggle(item.id)}
                  />
                </Table.Td>
              )}
              {columns.map((column, index) => (
                <Table.Td key={column.id} className={column.numeric ? classes.numeric : undefined}>
                  {index === 0 && link ? (
                    <AppLink {...link(item)} className={classes.name}>
                      {column.render(item)}
                    </AppLink>
                  ) : (
                    column.render(item)
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** A click on the row itself: not on something that acts, nor in its dialog, nor the end of selecting text. */
function isPlainClick(event: React.MouseEvent): boolean {
  const target = event.target as HTMLElement;
  const acts = target.closest('a, button, input, label') || !event.currentTarget.contains(target);
  return !acts && !window.getSelection()?.toString();
}

type HeaderProps<T> = {
  column: Column<T>;
  order: string | undefined;
  onOrder: (order: string) => void;
};

function HeaderCell<T>({ column, order, onOrder }: HeaderProps<T>) {
  const { sort, title, numeric, width } = column;
  const className = numeric ? classes.numeric : undefined;
  if (!sort) {
    return (
      <Table.Th scope="col" w={width} className={className}>
        {title}
      </Table.Th>
    );
  }
  const up = order !== undefined && order === sort.up;
  const down = order !== undefined && order === sort.down;
  const next = up ? (sort.down ?? sort.up) : (sort.up ?? sort.down);
  const Icon = up ? IconArrowUp : down ? IconArrowDown : IconArrowsSort;
  return (
    <Table.Th
      scope="col"
      w={width}
      className={className}
      aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}
    >
      <UnstyledButton className={classes.sort} onClick={() => next && onOrder(next)}>
        {title}
        <Icon size={15} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}
