declare module 'subset-font' {
  /** Cuts a font down to the letters of a text; the same input gives the same bytes. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2' | 'truetype';
      /** Fixes an axis of a variable font to one value. */
      readonly variationAxes?: Readonly<Record<string, number>>;
    },
  ): Promise<Uint8Array>;
}
