/** What a run of tests left failed, by name, for the end of the output: where it is long, nobody sees its beginning. */
export type Failure = { name: string; why: string };

type VitestResult = {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

/** Of Vitest's JSON; a file that could not be run is one failure. */
export const vitestFailures = ({ testResults }: VitestResult): Failure[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (status === "failed" && assertionResults.length === 0) return [{ name, why: message }];
    return assertionResults
      .filter((each) => each.status === "failed")
      .map((each) => ({ name: `${name} › ${each.fullName}`, why: each.failureMessages.join("\n") }));
  });

type Suite = {
  title: string;
  suites?: Suite[];
  specs: { title: string; ok: boolean; tests: { results: { error?: { message?: string } }[] }[] }[];
};

/** Of Playwright's JSON. */
export const journeyFailures = ({ suites }: { suites: Suite[] }): Failure[] =>
  suites.flatMap(({ title, suites: inner = [], specs }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map((spec) => ({
        name: `${title} › ${spec.title}`,
        why: spec.tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? "")).join("\n"),
      })),
    ...journeyFailures({ suites: inner }),
  ]);

const longest = 1_500;

export const failureText = ({ name, why }: Failure) => `✗ ${name}\n${why.trim().slice(0, longest)}`;
