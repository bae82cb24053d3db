/** What is taken from people. An e-mail is one that a mail program saved as a file, with its head. */
export const mediaTypes = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
  text: "text/plain",
  mail: "message/rfc822",
  word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;
export type AcceptedMediaType = (typeof mediaTypes)[keyof typeof mediaTypes];

/** As people know them, by their endings. */
export const fileTypes = "PDF, PNG, JPEG, WebP, TXT, EML, DOCX";

export const maxUploadBytes = 10 * 1024 * 1024;

/** For a browser's file chooser; not every system knows the type of an e-mail or of an office file. */
export const acceptedFiles = [...Object.values(mediaTypes), ".eml", ".docx"].join(",");
