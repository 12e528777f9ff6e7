/** A file that was written. */
export interface ExportedFile {
  /** Relative to the project, such as `outputs/online-retail/rules.csv`. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of its content, hexadecimal. */
  readonly sha256: string;
}

/** What `exportTable` wrote, ready to show. */
export class ExportedTable {
  constructor(
    readonly name: string,
    readonly rows: number,
    /** Names of the columns, in order. */
    readonly columns: readonly string[],
    /** The CSV file and the Parquet file. */
    readonly files: readonly ExportedFile[],
  ) {}
}
