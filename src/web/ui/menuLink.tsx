import { Menu, type MenuItemProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Props = MenuItemProps & Omit<ComponentPropsWithRef<'a'>, keyof MenuItemProps>;

/** A menu item as a link of the router. Apart from the others, because menus weigh. */
export const MenuLink = createLink((props: Props) => <Menu.Item component="a" {...props} />);
