import { ECOMMERCE_FILES } from "./ecommerce/layouts";
import { AISLES_LAYOUT, DEPARTMENTS_LAYOUT, PRODUCTS_LAYOUT } from "./instacart/layout";
import type { Layout } from "./layout";
import type { Digest } from "./place-file";

/** One file of a source, and how to know that it is the right one. */
export interface SourceFile {
  /** Its name within `<data folder>/<name>/`. */
  readonly file: string;
  /** What its bytes must be; null where no digest is pinned and `shape` tells the file. */
  readonly digest: Digest | null;
  /** The layout and number of rows of a file without a pinned digest. */
  readonly shape?: { readonly layout: Layout; readonly rows: number };
}

/** Where a data set comes from, under which terms, and how to know that its files are the right ones. */
export interface Source {
  readonly name: string;
  readonly title: string;
  readonly files: readonly SourceFile[];
  /** An address that serves the only file to anyone; null when none is known. */
  readonly url: string | null;
  readonly licence: string;
  readonly citation: string;
  /** How to get the files by hand, a sentence a line. */
  readonly byHand: readonly string[];
}

const pinned = (file: string, bytes: number, sha256: string): SourceFile => {
  return { file, digest: { bytes, sha256 } };
};

const ONLINE_RETAIL: Source = {
  name: "online-retail",
  title: "Online Retail (UCI Machine Learning Repository, no. 352)",
  files: [pinned("data.csv", 45_580_638, "d07aec9960083af2339975a3f9d3b26313b342dcd9f86cce0b919b1cde639a44")],
  // The archive at UCI holds an .xlsx, and the site with this very CSV wants a login: no address to pin.
  url: null,
  licence: "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/): use and share it, and name the source",
  citation:
    "Chen, D. (2015). Online Retail [Dataset]. UCI Machine Learning Repository. https://doi.org/10.24432/C5BW33",
  byHand: [
    "Sign in at https://www.kaggle.com/datasets/carrie1/ecommerce-data and download data.csv (the same rows as CSV).",
    "Then: npm run data -- online-retail --from path/to/data.csv",
    "If you know an address that serves that file: npm run data -- online-retail --url https://…/data.csv",
    "The original, https://archive.ics.uci.edu/static/public/352/online+retail.zip, holds the rows as .xlsx,",
    "which the notebooks do not read. Without the file they work on generated rows of the same shape.",
  ],
};

const INSTACART: Source = {
  name: "instacart",
  title: "The Instacart Online Grocery Shopping Dataset 2017",
  files: [
    pinned("orders.csv", 108_968_645, "92a60ced67ac33bd82271f66ff9675374f69482d17a0e1442ba42caa8b3bff89"),
    pinned(
      "order_products__prior.csv",
      577_550_706,
      "27b59dc9cf0d485f55e64e0bc9c5d6fb077ae167f8dfeab9246a03b5b0186359",
    ),
    pinned(
      "order_products__train.csv",
      24_680_147,
      "d27c4034883051c85e37c2cb0379fecbbeccad932970e171461aa99f18f75aea",
    ),
    { file: "products.csv", digest: null, shape: { layout: PRODUCTS_LAYOUT, rows: 49_688 } },
    { file: "aisles.csv", digest: null, shape: { layout: AISLES_LAYOUT, rows: 134 } },
    { file: "departments.csv", digest: null, shape: { layout: DEPARTMENTS_LAYOUT, rows: 21 } },
  ],
  url: null,
  licence:
    "Instacart's own terms, which ask for non-commercial use; they are shown where the data are had: read them first",
  citation:
    "Instacart (2017). The Instacart Online Grocery Shopping Dataset 2017. https://www.kaggle.com/c/instacart-market-basket-analysis",
  byHand: [
    "Sign in at https://www.kaggle.com/c/instacart-market-basket-analysis/data, accept the rules of the competition,",
    "download the archives and unpack their six CSV files into one folder (720 MB).",
    "Then: npm run data -- instacart --from path/to/folder",
    "A subset of the orders in files of the same layout opens as well: put it into the data folder yourself.",
    "Without the files the notebooks work on generated rows of the same shape.",
  ],
};

const ECOMMERCE: Source = {
  name: "ecommerce",
  title: "E-commerce 2019 (DACON data set 236222)",
  files: [
    pinned(
      ECOMMERCE_FILES.sales,
      4_186_983,
      "774d873c0b8b27e1ce6d0680ba5fb06a4e22bb5ed764701b3e783dacce914ec6",
    ),
    pinned(
      ECOMMERCE_FILES.customers,
      39_115,
      "015ae610b259ffa07abca187892b7e092113ff74150df1ab8341d837f7c45d73",
    ),
    pinned(
      ECOMMERCE_FILES.discounts,
      4_714,
      "e77aebb28c82bdddcaf41e13f0705876d80fbf991a59de1fa76961467750aa51",
    ),
    pinned(
      ECOMMERCE_FILES.marketing,
      8_700,
      "41ef0fdaa4dcc465f07532742455e64dbdaf475adf27e0a354764fd9f2da5499",
    ),
    pinned(ECOMMERCE_FILES.taxes, 298, "23fb1d9ae7506847b1f91139d461af039755e020e0530c0758f201276d554a69"),
  ],
  url: null,
  licence:
    "not established: use a copy on your own machine only, and do not pass it on, unless DACON's terms say otherwise",
  citation: "DACON. E-commerce customer data, no. 236222. https://dacon.io/competitions/official/236222/data",
  byHand: [
    "Sign in at https://dacon.io/competitions/official/236222/data, read the terms, and download the data,",
    "five CSV files whose names end in _info.csv, into one folder.",
    "Then: npm run data -- ecommerce --from path/to/folder",
    "Without the files the notebooks work on generated rows of the same shape.",
  ],
};

/** The data sets that can be fetched or checked, by name. */
export const SOURCES: ReadonlyMap<string, Source> = new Map(
  [ONLINE_RETAIL, INSTACART, ECOMMERCE].map((source) => [source.name, source]),
);
