import { Group, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { IconLink } from './link.tsx';
import classes from './PageHeader.module.css';

type Props = {
  title: string;
  /** Beside the title: a state, for one. */
  badge?: ReactNode;
  subtitle?: ReactNode;
  back?: { to: LinkProps['to']; params?: LinkProps['params']; label: string };
  actions?: ReactNode;
};

let appName = '';

/** The name of the business, shown in the browser's tab after the title of each screen. */
export function setAppName(name: string) {
  appName = name;
}

export function usePageTitle(title: string) {
  useEffect(() => {
    document.title = appName ? `${title} · ${appName}` : title;
  }, [title]);
}

/** The only h1 of a screen, with the way back and what one may do here. */
export function PageHeader({ title, badge, subtitle, back, actions }: Props) {
  usePageTitle(title);
  return (
    <Group justify="space-between" align="flex-start" gap="sm" mb="lg">
      <Group gap="xs" align="flex-start" wrap="nowrap" style={{ minWidth: 0 }}>
        {back && (
          <IconLink
            to={back.to}
            params={back.params}
            variant="subtle"
            color="gray"
            size={34}
            className={classes.back}
            aria-label={back.label}
          >
            <IconArrowLeft size={20} aria-hidden />
          </IconLink>
        )}
        <div style={{ minWidth: 0 }}>
          <Group gap="sm">
            <Title order={1}>{title}</Title>
            {badge}
          </Group>
          {subtitle}
        </div>
      </Group>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
