import {
  ActionIcon,
  type ActionIconProps,
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type A<P> = P & Omit<ComponentPropsWithRef<'a'>, keyof P>;

/** Mantine's components as links of the router: `to` and `params` are checked against the routes. */
export const AppLink = createLink((props: A<AnchorProps>) => <Anchor {...props} />);

export const ButtonLink = createLink((props: A<ButtonProps>) => (
  <Button component="a" {...props} />
));

export const IconLink = createLink((props: A<ActionIconProps>) => (
  <ActionIcon component="a" {...props} />
));
