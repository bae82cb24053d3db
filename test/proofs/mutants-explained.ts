/** Changes that no test can notice, each with why: by file, the source as it is and what it becomes. */
export const explained: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
