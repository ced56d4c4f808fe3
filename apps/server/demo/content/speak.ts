/** Says a text of the demonstration in its language. Both stand side by side: one that is missing does not compile. */
export type Speak = (ja: string, en: string) => string;
