import "@remix-run/node";

/** Loader data reaches components as it left, dates and bigints included. */
declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}
