/** Where a data set comes from, under which terms, and how to know that a file is the right one. */
export interface Source {
  readonly name: "online-retail";
  readonly title: string;
  /** The file's name within `<data folder>/<name>/`. */
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
  /** An address that serves exactly this file to anyone; null when none is known. */
  readonly url: string | null;
  readonly licence: string;
  readonly citation: string;
  /** How to get the file by hand, a sentence a line. */
  readonly byHand: readonly string[];
}

/** The data sets that can be fetched, by name. */
export const SOURCES: ReadonlyMap<string, Source> = new Map<string, Source>([
  [
    "online-retail",
    {
      name: "online-retail",
      title: "Online Retail (UCI Machine Learning Repository, no. 352)",
      file: "data.csv",
      bytes: 45_580_638,
      sha256: "d07aec9960083af2339975a3f9d3b26313b342dcd9f86cce0b919b1cde639a44",
      // The archive at UCI holds an .xlsx, and the site with this very CSV wants a login: no address to pin.
      url: null,
      licence:
        "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/): use and share it, and name the source",
      citation:
        "Chen, D. (2015). Online Retail [Dataset]. UCI Machine Learning Repository. https://doi.org/10.24432/C5BW33",
      byHand: [
        "Sign in at https://www.kaggle.com/datasets/carrie1/ecommerce-data and download data.csv (the same rows as CSV).",
        "Then: npm run data -- online-retail --from path/to/data.csv",
        "If you know an address that serves that file: npm run data -- online-retail --url https://…/data.csv",
        "The original, https://archive.ics.uci.edu/static/public/352/online+retail.zip, holds the rows as .xlsx,",
        "which the notebooks do not read. Without the file they work on generated rows of the same shape.",
      ],
    },
  ],
]);
