/** Values of a PDF. Bytes of strings are kept as Latin-1 units. */
export interface PdfString {
  readonly bytes: string;
}
export interface PdfName {
  readonly name: string;
}
export interface PdfRef {
  readonly ref: number;
}
export interface PdfOperator {
  readonly operator: string;
}
export interface PdfDict {
  readonly [key: string]: PdfValue | undefined;
}
export type PdfValue =
  | number
  | boolean
  | null
  | PdfString
  | PdfName
  | PdfRef
  | PdfOperator
  | readonly PdfValue[]
  | { readonly dict: PdfDict };

type Is<T> = (value: PdfValue | undefined) => T | undefined;
const object = (value: PdfValue | undefined): value is Exclude<PdfValue, number | boolean | null> =>
  typeof value === 'object' && value !== null;
export const asDict: Is<PdfDict> = (value) => (object(value) && 'dict' in value ? value.dict : undefined);
export const asName: Is<string> = (value) => (object(value) && 'name' in value ? value.name : undefined);
export const asRef: Is<number> = (value) => (object(value) && 'ref' in value ? value.ref : undefined);
export const asString: Is<string> = (value) => (object(value) && 'bytes' in value ? value.bytes : undefined);
export const asOperator: Is<string> = (value) =>
  object(value) && 'operator' in value ? value.operator : undefined;
export const asArray: Is<readonly PdfValue[]> = (value) =>
  Array.isArray(value) ? (value as readonly PdfValue[]) : undefined;
export const asNumber: Is<number> = (value) => (typeof value === 'number' ? value : undefined);
