/** What of the database refused: a constraint's name, or the code that was raised. */
export async function refusedBy(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "nothing";
  } catch (error) {
    const { cause } = error as { cause?: { code?: string; constraint_name?: string; constraint?: string } };
    return cause?.constraint_name ?? cause?.constraint ?? cause?.code ?? String(error);
  }
}
