/** An iCalendar answer; with a name it is a file to save. */
export const calendarFile = (text: string, fileName?: string) =>
  new Response(text, {
    headers: {
      "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
      ...(fileName ? { "content-disposition": `attachment; filename="${fileName}"` } : {}),
    },
  });
