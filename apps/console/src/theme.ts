import {
  type ActionIconProps,
  type BadgeProps,
  type ButtonProps,
  type CardProps,
  type CheckboxProps,
  type CSSVariablesResolver,
  createTheme,
  type DrawerProps,
  type FileButtonProps,
  type InputProps,
  type InputWrapperProps,
  type MantineColorsTuple,
  type ModalProps,
  type NavLinkProps,
  rem,
  type TableProps,
  type TooltipProps,
} from '@mantine/core';

/** The one deep blue (藍). */
const ai: MantineColorsTuple = [
  '#eef3fb',
  '#d9e4f4',
  '#b3c9e8',
  '#93b9f2',
  '#6f9bdc',
  '#4877c6',
  '#2b62ad',
  '#1d4f91',
  '#163e74',
  '#0f2c5e',
];
/** Greys that lean to the blue, so that nothing looks dirty beside it. */
const gray: MantineColorsTuple = [
  '#f6f8fb',
  '#eef1f5',
  '#e3e8ef',
  '#cfd7e2',
  '#b9c4d1',
  '#8593a4',
  '#5a6677',
  '#4a5768',
  '#2c3847',
  '#16202e',
];
const dark: MantineColorsTuple = [
  '#e4ebf3',
  '#b9c5d3',
  '#9aa8b9',
  '#62748a',
  '#37485b',
  '#243242',
  '#1a2635',
  '#141e2b',
  '#0c141e',
  '#070d14',
];
const red: MantineColorsTuple = [
  '#fdeeec',
  '#fadbd7',
  '#f4b3ac',
  '#ff9a90',
  '#e4675c',
  '#d24a3f',
  '#b8322a',
  '#a02a23',
  '#83211c',
  '#661814',
];
const green: MantineColorsTuple = [
  '#e7f6ed',
  '#cbead7',
  '#a0d8b6',
  '#7fd9a0',
  '#46b070',
  '#278a52',
  '#1c7443',
  '#186c3d',
  '#125430',
  '#0c3e23',
];

export const theme = createTheme({
  primaryColor: 'ai',
  colors: { ai, gray, dark, red, green },
  black: '#16202e',
  // Both shades bear white letters at 4.5:1 and more.
  primaryShade: { light: 7, dark: 6 },
  fontFamily: 'var(--sonae-font)',
  fontFamilyMonospace: 'var(--sonae-font-mono)',
  headings: {
    fontFamily: 'var(--sonae-font)',
    fontWeight: '650',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: rem(28) },
      h2: { fontSize: rem(14), lineHeight: rem(20) },
      h3: { fontSize: rem(13), lineHeight: rem(20) },
    },
  },
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  lineHeights: { xs: 'calc(16 / 12)', sm: 'calc(18 / 13)', md: 'calc(20 / 14)', lg: '1.5', xl: '1.4' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(16), lg: rem(24), xl: rem(32) },
  radius: { sm: rem(6), md: rem(8) },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // By name alone: naming the components themselves would bring every one of them into the first load.
  components: {
    Input: {
      defaultProps: { size: 'xs' } satisfies InputProps,
      vars: () => ({ wrapper: { '--input-fz': rem(14), '--input-height-xs': rem(32) } }),
    },
    InputWrapper: { defaultProps: { size: 'xs' } satisfies InputWrapperProps },
    Button: {
      defaultProps: { size: 'xs' } satisfies ButtonProps,
      vars: () => ({ root: { '--button-fz': rem(13), '--button-height': undefined } }),
    },
    Card: { defaultProps: { radius: 'md', withBorder: true } satisfies CardProps },
    Badge: { defaultProps: { radius: 4, tt: 'none', variant: 'light' } satisfies BadgeProps },
    // 24 px, the least a finger is asked to hit (WCAG 2.2, 2.5.8).
    Checkbox: { defaultProps: { size: 'md' } satisfies CheckboxProps },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle' } satisfies ActionIconProps },
    // Below bar and strip, which nothing covers: what is open and who is called stays to be seen, and pressed.
    Modal: {
      defaultProps: {
        padding: 'md',
        radius: 'md',
        yOffset: 'calc(var(--sonae-top) + 24px)',
        zIndex: 150,
      } satisfies Partial<ModalProps>,
    },
    Drawer: { defaultProps: { padding: 'md', zIndex: 140 } satisfies Partial<DrawerProps> },
    // A file of the same name, mended meanwhile, is another choice.
    FileButton: {
      defaultProps: {
        inputProps: {
          onClick: (event) => {
            event.currentTarget.value = '';
          },
        },
      } satisfies Pick<FileButtonProps, 'inputProps'>,
    },
    NavLink: { defaultProps: { py: 6 } satisfies NavLinkProps },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 8 } satisfies TableProps },
    Tooltip: { defaultProps: { openDelay: 300 } satisfies Partial<TooltipProps> },
  },
});

const named = {
  '--mantine-color-body': 'var(--sonae-paper)',
  '--mantine-color-text': 'var(--sonae-ink)',
  '--mantine-color-default': 'var(--sonae-paper)',
  '--mantine-color-default-color': 'var(--sonae-ink)',
  '--mantine-color-default-border': 'var(--sonae-line-strong)',
  '--mantine-color-default-hover': 'var(--sonae-hover)',
  '--mantine-color-error': 'var(--sonae-event)',
  '--mantine-color-dimmed': 'var(--sonae-quiet)',
  '--mantine-color-placeholder': 'var(--sonae-quiet)',
  '--mantine-color-anchor': 'var(--sonae-response)',
};

/** What the library draws with takes our names; the values stand in tokens.css. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--mantine-line-height': 'calc(20 / 14)' },
  light: named,
  dark: named,
});
