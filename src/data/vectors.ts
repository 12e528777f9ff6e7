import { type DuckDBDataChunk, DuckDBDecimalType, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import type { Column } from "./engine";

const DAY_MS = 86_400_000;

/** The parts of a vector that are private in the library's types: reading them whole is many times faster. */
interface OpenVector {
  readonly items?: ArrayLike<number> | BigInt64Array | BigUint64Array;
  readonly validity: { readonly data: BigUint64Array | null; itemValid(index: number): boolean };
  getItem(index: number): unknown;
  getScaledValue?(index: number): number | bigint | null;
}

const SMALL_INTEGERS = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
]);
const BIG_INTEGERS = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.DECIMAL,
]);

/**
 * One column of an answer, gathered from its chunks. O(rows); numbers are copied a vector at a time.
 * @throws TypeError when the type has no column kind (a list, a struct, a time of day …).
 * @throws RangeError when an integer or a decimal's digits exceed 2^53 and a double would lose them.
 * @example columnFromChunks("n", result.columnType(0), 0, await result.fetchAllChunks())
 */
export function columnFromChunks(
  name: string,
  type: DuckDBType,
  index: number,
  chunks: readonly DuckDBDataChunk[],
): Column {
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  if (type.typeId === DuckDBTypeId.VARCHAR) {
    return { kind: "text", values: gather<string>(index, chunks) };
  }
  if (type.typeId === DuckDBTypeId.BOOLEAN) {
    return { kind: "boolean", values: gather<boolean>(index, chunks) };
  }
  const values = new Float64Array(rows);
  const copy = copier(name, type);
  let offset = 0;
  for (const chunk of chunks) {
    const vector = openVector(chunk, index);
    const target = values.subarray(offset, offset + chunk.rowCount);
    copy(vector, target);
    if (vector.validity.data !== null) {
      for (let i = 0; i < target.length; i++) if (!vector.validity.itemValid(i)) target[i] = Number.NaN;
    }
    offset += chunk.rowCount;
  }
  const isDate = type.typeId === DuckDBTypeId.DATE || type.typeId === DuckDBTypeId.TIMESTAMP;
  return { kind: isDate ? "date" : "number", values };
}

function openVector(chunk: DuckDBDataChunk, index: number): OpenVector {
  return chunk.getColumnVector(index) as unknown as OpenVector;
}

function gather<T>(index: number, chunks: readonly DuckDBDataChunk[]): (T | null)[] {
  const values: (T | null)[] = [];
  for (const chunk of chunks) {
    const vector = openVector(chunk, index);
    for (let i = 0; i < chunk.rowCount; i++) values.push(vector.getItem(i) as T | null);
  }
  return values;
}

type Copy = (vector: OpenVector, target: Float64Array) => void;

function copier(name: string, type: DuckDBType): Copy {
  if (SMALL_INTEGERS.has(type.typeId)) {
    return (vector, target) => target.set(vector.items as ArrayLike<number>);
  }
  if (type.typeId === DuckDBTypeId.DATE) {
    return (vector, target) => {
      const days = vector.items as ArrayLike<number>;
      for (let i = 0; i < target.length; i++) target[i] = days[i]! * DAY_MS;
    };
  }
  if (type.typeId === DuckDBTypeId.TIMESTAMP) {
    return (vector, target) => {
      const micros = vector.items as BigInt64Array;
      for (let i = 0; i < target.length; i++) target[i] = Math.floor(Number(micros[i]) / 1000);
    };
  }
  if (BIG_INTEGERS.has(type.typeId)) {
    const divisor = type instanceof DuckDBDecimalType ? 10 ** type.scale : 1;
    return (vector, target) => {
      for (let i = 0; i < target.length; i++) {
        const digits = vector.getScaledValue ? vector.getScaledValue(i) : vector.getItem(i);
        if (digits !== null) target[i] = exact(name, digits as number | bigint) / divisor;
      }
    };
  }
  if (type.typeId === DuckDBTypeId.SQLNULL) return (_vector, target) => target.fill(Number.NaN);
  throw new TypeError(
    `Column "${name}" has the type ${type.toString()}, which has no typed column; CAST it to a number, text, a date or a boolean.`,
  );
}

function exact(name: string, digits: number | bigint): number {
  const value = Number(digits);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(
    `Column "${name}" holds ${digits}, more digits than a double keeps; CAST it to DOUBLE to round it or to VARCHAR to keep it.`,
  );
}
