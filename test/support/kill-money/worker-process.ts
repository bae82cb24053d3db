import "#app/worker/main.ts";

/** The product's worker as it is, saying once that it is at work. */
process.stdout.write("at work\n");
