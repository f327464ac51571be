/** What a translation of an area must give: a sentence for every key of the Japanese one. */
export type Shape<T extends Readonly<Record<string, string>>> = { readonly [K in keyof T]: string };
