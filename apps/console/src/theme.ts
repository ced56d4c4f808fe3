import {
  type ActionIconProps,
  type ButtonProps,
  type CheckboxProps,
  type CSSVariablesResolver,
  createTheme,
  type InputProps,
  type InputWrapperProps,
  type MantineColorsTuple,
  type ModalProps,
  type NavLinkProps,
  rem,
  type TableProps,
  type TooltipProps,
} from '@mantine/core';

/** The one deep blue (藍), and the four colours of the record: event, response, decision, recovery. */
const ai: MantineColorsTuple = [
  '#eef3fb',
  '#d9e3f3',
  '#b0c5e6',
  '#84a5d9',
  '#5f89cd',
  '#4877c6',
  '#2f5fae',
  '#1f4a92',
  '#173b78',
  '#0f2c5e',
];
const font = '"BIZ UDPGothic", system-ui, -apple-system, "Hiragino Sans", "Noto Sans JP", sans-serif';

export const theme = createTheme({
  primaryColor: 'ai',
  colors: { ai },
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  fontFamily: font,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "BIZ UDPGothic", monospace',
  headings: {
    fontFamily: font,
    fontWeight: '700',
    sizes: { h1: { fontSize: rem(20) }, h2: { fontSize: rem(16) }, h3: { fontSize: rem(14) } },
  },
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  lineHeights: { xs: 'calc(16 / 12)', sm: 'calc(18 / 13)', md: 'calc(20 / 14)', lg: '1.5', xl: '1.4' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(16), lg: rem(24), xl: rem(32) },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // By name alone: naming the components themselves would bring every one of them into the first load.
  components: {
    Input: {
      defaultProps: { size: 'xs' } satisfies InputProps,
      vars: () => ({ wrapper: { '--input-fz': rem(14) } }),
    },
    InputWrapper: { defaultProps: { size: 'xs' } satisfies InputWrapperProps },
    Button: {
      defaultProps: { size: 'xs' } satisfies ButtonProps,
      vars: () => ({ root: { '--button-fz': rem(14) } }),
    },
    // 24 px, the least a finger is asked to hit (WCAG 2.2, 2.5.8).
    Checkbox: { defaultProps: { size: 'md' } satisfies CheckboxProps },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle' } satisfies ActionIconProps },
    Modal: { defaultProps: { centered: true, padding: 'md' } satisfies Partial<ModalProps> },
    NavLink: { defaultProps: { py: 6 } satisfies NavLinkProps },
    Table: { defaultProps: { verticalSpacing: 4, horizontalSpacing: 8 } satisfies TableProps },
    Tooltip: { defaultProps: { openDelay: 300 } satisfies Partial<TooltipProps> },
  },
});

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--mantine-line-height': 'calc(20 / 14)' },
  light: {
    '--sonae-event': '#b3261e',
    // What is wrong with a field; the library's red is too pale to read.
    '--mantine-color-error': '#b3261e',
    '--sonae-response': '#1f4a92',
    '--sonae-decision': '#6b3fa0',
    '--sonae-recovery': '#17693a',
    '--sonae-quiet': '#5c6370',
    '--mantine-color-dimmed': '#5c6370',
    '--mantine-color-placeholder': '#6b7280',
    '--sonae-rail': 'var(--mantine-color-gray-0)',
    '--sonae-alarm-bg': '#fdecea',
    '--sonae-demo-bg': '#fff4d6',
  },
  dark: {
    '--sonae-event': '#ff8a80',
    '--mantine-color-error': '#ff8a80',
    '--sonae-response': '#8fb4f0',
    '--sonae-decision': '#c9a6f5',
    '--sonae-recovery': '#7bd79c',
    '--sonae-quiet': '#a4abb6',
    '--mantine-color-dimmed': '#a4abb6',
    '--mantine-color-placeholder': '#9aa1ac',
    '--sonae-rail': 'var(--mantine-color-dark-8)',
    '--sonae-alarm-bg': '#4a1c1a',
    '--sonae-demo-bg': '#4a3a10',
  },
});
