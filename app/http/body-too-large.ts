/** What reading a request's body ends with once it has grown past the server's limit. */
export class BodyTooLarge extends Error {
  override name = "BodyTooLarge";
}

/** Known by its name, because the server and the built pages each hold a copy of the class; readers of bodies may wrap it. */
export const isBodyTooLarge = (error: unknown): boolean =>
  error instanceof Error && (error.name === "BodyTooLarge" || isBodyTooLarge(error.cause));
