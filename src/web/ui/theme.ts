import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from '@mantine/core';
import { shadesOf } from './color.ts';

export const DEFAULT_ACCENT = '#2f6f5e';

/** The look of every page: one accent colour, one type family, few lines. */
export function buildTheme(accent: string): MantineThemeOverride {
  return createTheme({
    fontFamily: "'Figtree Variable', system-ui, sans-serif",
    headings: {
      fontFamily: "'Figtree Variable', system-ui, sans-serif",
      fontWeight: '650',
      sizes: {
        h1: { fontSize: '1.5rem', lineHeight: '1.25' },
        h2: { fontSize: '1.125rem', lineHeight: '1.35' },
        h3: { fontSize: '1rem', lineHeight: '1.4' },
      },
    },
    colors: {
      accent: shadesOf(accent),
      red: shadesOf('#c9352b'),
      green: shadesOf('#2b8a4b'),
      yellow: shadesOf('#a86404'),
      blue: shadesOf('#2f6db3'),
    },
    primaryColor: 'accent',
    primaryShade: { light: 6, dark: 6 },
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Modal: {
        defaultProps: {
          centered: true,
          closeButtonProps: { 'aria-label': 'Cerrar' },
          // The heading bar of a dialog is no second banner of the page.
          attributes: { header: { role: 'none' } },
        },
        styles: { title: { fontSize: '1.125rem', fontWeight: 650 } },
      },
      // Its hidden first stop is no item, which readers stumble over; the first item takes the focus.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
      Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true } } },
      Select: {
        defaultProps: { nothingFoundMessage: 'Nada coincide', checkIconPosition: 'right' },
      },
      MultiSelect: { defaultProps: { nothingFoundMessage: 'Nada coincide' } },
    },
  });
}

const colorNames = ['accent', 'red', 'green', 'yellow', 'blue'] as const;

/** Mantine's light variant is nearly black on dark pages: these are tints one can see. */
function darkTint(name: string): [string, string][] {
  const tint = (share: number) =>
    `color-mix(in srgb, var(--mantine-color-${name}-6) ${share}%, #242424)`;
  return [
    [`--mantine-color-${name}-light`, tint(24)],
    [`--mantine-color-${name}-light-hover`, tint(36)],
  ];
}

/** Mantine's greys and reds for small text miss AA; these reach it on every surface of ours. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1d2125',
    '--mantine-color-dimmed': '#5b636b',
    '--mantine-color-placeholder': '#6b737c',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': '#d3d8dd',
    '--mantine-color-disabled-color': '#6b737c',
    '--app-surface': '#f6f7f8',
    '--app-line': '#e6e9ec',
    '--app-hover': '#ebedef',
    '--app-star': '#b97608',
    '--tone-neutral-bg': '#eef0f2',
    '--tone-neutral': '#444b52',
    '--tone-info-bg': '#e5effa',
    '--tone-info': '#1f5288',
    '--tone-ok-bg': '#e3f3e8',
    '--tone-ok': '#1d6136',
    '--tone-warn-bg': '#fbefdb',
    '--tone-warn': '#7d4a02',
    '--tone-bad-bg': '#fbe6e4',
    '--tone-bad': '#9c2219',
  },
  dark: {
    '--mantine-color-text': '#e6e8ea',
    '--mantine-color-dimmed': '#a9b0b7',
    '--mantine-color-placeholder': '#9aa2aa',
    '--mantine-color-error': '#ff9c93',
    '--mantine-color-disabled-color': '#9aa2aa',
    '--app-surface': '#1b1b1b',
    '--app-line': '#3a3a3a',
    '--app-hover': '#2b2b2b',
    '--app-star': '#f2bd4b',
    '--tone-neutral-bg': '#3a3d40',
    '--tone-neutral': '#d5d9dd',
    '--tone-info-bg': '#1d3550',
    '--tone-info': '#b7d6f7',
    '--tone-ok-bg': '#1c3d28',
    '--tone-ok': '#b2e2c2',
    '--tone-warn-bg': '#443213',
    '--tone-warn': '#f3d29b',
    '--tone-bad-bg': '#4d2320',
    '--tone-bad': '#ffc2bc',
    ...Object.fromEntries(colorNames.flatMap(darkTint)),
  },
});
