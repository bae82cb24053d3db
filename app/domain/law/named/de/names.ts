/** Rules of Germany that data cannot say; each is a function of the same name in `rules.ts`. */
export type DeRule = never;
