/**
 * A file cannot be fetched, or is not the one it should be; the message names the source and what to do.
 * @example new DownloadError("http://localhost/data.csv", "the server answered 404 Not Found").message
 */
export class DownloadError extends Error {
  override readonly name = "DownloadError";

  constructor(source: string, problem: string, options?: ErrorOptions) {
    super(`${source}: ${problem}.`, options);
  }
}
