/** Hands the reader a file that was made in the page. */

/** @param {string} name with its ending @param {BlobPart} text @param {string} type MIME type */
export function download(name, text, type = "application/json") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // a slow disk still finds it
}
