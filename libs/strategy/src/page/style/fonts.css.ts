// The design system's typeface in the three weights that the page uses, from the folder of the style sheet itself.
const face = (name: string, weight: number) => `@font-face {
  font-family: 'Fira Sans';
  src: url('./FiraSans-${name}.woff2') format('woff2');
  font-weight: ${weight};
  font-style: normal;
  font-display: swap;
}`;

export const fontsCss = [face('Regular', 400), face('Medium', 500), face('SemiBold', 600)].join('\n');
