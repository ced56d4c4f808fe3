import type { SVGProps } from 'react';

export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'stroke'> {
  /** Width and height in pixels; drawn on a grid of 24. */
  readonly size?: number | string;
  /** How thick its lines are on that grid. */
  readonly stroke?: number | string;
}

type Icon = (props: IconProps) => React.JSX.Element;

const shape = (outlines: readonly string[], own: SVGProps<SVGSVGElement>, size: number | string) => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: an icon stands beside its word, or within a button that has one
  <svg xmlns="http://www.w3.org/2000/svg" width={size} height={size} viewBox="0 0 24 24" {...own}>
    {outlines.map((d) => (
      <path key={d} d={d} />
    ))}
  </svg>
);

export const outlined =
  (outlines: readonly string[]): Icon =>
  ({ size = 24, stroke = 2, color = 'currentColor', ...rest }) =>
    shape(
      outlines,
      {
        fill: 'none',
        stroke: color,
        strokeWidth: stroke,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        ...rest,
      },
      size,
    );

export const filled =
  (outlines: readonly string[]): Icon =>
  ({ size = 24, stroke: _, color = 'currentColor', ...rest }) =>
    shape(outlines, { fill: color, stroke: 'none', ...rest }, size);
