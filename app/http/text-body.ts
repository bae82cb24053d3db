import { isBodyTooLarge } from "./body-too-large.ts";

/** The body as it came, whose signature is to be checked. */
export async function textBody(request: Request): Promise<string> {
  try {
    return await request.text();
  } catch (error) {
    throw new Response(null, { status: isBodyTooLarge(error) ? 413 : 400 });
  }
}
