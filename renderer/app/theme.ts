import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** 藍, from wash to deep; shade 7 is the accent of the light theme, shade 3 that of the dark one. */
const ai: MantineColorsTuple = [
  '#e7edf5', '#d3deed', '#bcd0ea', '#a3c1ec', '#7f9fcd', '#5b7dac', '#3b5f92', '#274a78', '#1f3d64', '#162c4a',
];

/** Mantine's greys in the temperament of the paper, from light to dark; it takes lines and fields from them. */
const gray: MantineColorsTuple = [
  '#fbfaf7', '#f3f1ea', '#e9e5da', '#e2ddd1', '#cfc9bb', '#aaa497', '#8b877c', '#5c626d', '#3c4048', '#1d1f23',
];
const dark: MantineColorsTuple = [
  '#e9e6df', '#cfccc6', '#a9a8a2', '#7d7c78', '#4a4a4c', '#37373a', '#242528', '#1d1e20', '#161719', '#0f1011',
];

/** What opens from a button stands beside it in the page: within the same landmark, and next to it for the keyboard. */
const FLOATING = { withinPortal: false, floatingStrategy: 'fixed' } as const;

/** The one theme: Mantine's parts in the colours, type and flatness of tokens.css. */
export const theme = createTheme({
  primaryColor: 'ai',
  primaryShade: { light: 7, dark: 3 },
  colors: { ai, gray, dark },
  // Mantine measures contrast on the light theme's shade only; the tokens know both
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    if (input.variant !== 'filled' || (input.color ?? input.theme.primaryColor) !== 'ai') return colors;
    return { ...colors, background: 'var(--ai-fill)', hover: 'color-mix(in srgb, var(--ai-fill) 86%, var(--ink))', color: 'var(--on-fill)' };
  },
  fontFamily: 'var(--gothic)',
  headings: { fontFamily: 'var(--gothic)', fontWeight: '700' },
  fontSizes: { xs: '12px', sm: 'var(--size-small)', md: 'var(--size)', lg: '17px', xl: 'var(--size-large)' },
  lineHeights: { xs: '1.5', sm: '1.6', md: '1.65', lg: '1.65', xl: '1.5' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  respectReducedMotion: true,
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Button: { defaultProps: { size: 'sm' } },
    // the list scrolls itself: a frame inside it that scrolls would be a stop for the keyboard that says nothing
    Autocomplete: { defaultProps: { withScrollArea: false } },
    Select: { defaultProps: { withScrollArea: false } },
    Combobox: { defaultProps: FLOATING, styles: { options: { maxHeight: 220, overflowY: 'auto' } } },
    Input: { defaultProps: { size: 'sm' } },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, position: 'bottom-end', withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { ...FLOATING, transitionProps: { duration: 0 } } },
  },
});

const surfaces = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--soft)',
  '--mantine-color-placeholder': 'var(--soft)',
  '--mantine-color-anchor': 'var(--ai)',
  '--mantine-color-error': 'var(--shu)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--hairline)',
  '--mantine-color-disabled': 'var(--desk)',
  '--mantine-color-disabled-color': 'var(--soft)',
  '--mantine-color-disabled-border': 'var(--hairline)',
  '--mantine-color-ai-filled': 'var(--ai-fill)',
  '--mantine-color-ai-text': 'var(--ai)',
  '--mantine-color-ai-light': 'var(--ai-wash)',
  '--mantine-color-ai-light-hover': 'var(--ai-wash)',
  '--mantine-color-ai-light-color': 'var(--ai)',
  '--mantine-primary-color-filled': 'var(--ai-fill)',
  '--mantine-primary-color-light-color': 'var(--ai)',
  '--mantine-primary-color-contrast': 'var(--on-fill)',
  '--mantine-color-gray-light-color': 'var(--soft)',
  '--mantine-color-gray-text': 'var(--soft)',
};

/** Mantine's own surface variables, pointed at the tokens so that both themes are decided in one place. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });
