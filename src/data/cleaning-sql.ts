/**
 * The SQL of the cleaning steps, in the subset that DuckDB and Trino share. Each takes the name of a
 * table with the raw columns and answers the rows that stay, with the same columns.
 */
export type StepSql = (from: string) => string;

const RAW_COLUMNS = "invoice, stock_code, description, quantity, invoice_time, unit_price, customer, country";

/** Rows with a customer and a description. */
export const WITH_CUSTOMER: StepSql = (from) => `
  SELECT * FROM ${from}
  WHERE customer IS NOT NULL AND description IS NOT NULL`;

/** Of rows equal in all eight columns, the first. */
export const FIRST_OF_DUPLICATES: StepSql = (from) => `
  SELECT min(line) AS line, ${RAW_COLUMNS} FROM ${from}
  GROUP BY ${RAW_COLUMNS}`;

/** Rows that have no equal in all eight columns. */
export const WITHOUT_DUPLICATES: StepSql = (from) => `
  SELECT min(line) AS line, ${RAW_COLUMNS} FROM ${from}
  GROUP BY ${RAW_COLUMNS}
  HAVING count(*) = 1`;

/** How many digits a text has. */
export const digitsIn = (text: string) => `length(${text}) - length(translate(${text}, '0123456789', ''))`;

/** A rule that a row must meet to stay, as an SQL condition that is never NULL where the layout is kept. */
export type Condition = string;

/** Goods have a stock code of at least two digits (POST, M, D, C2, BANK CHARGES … have fewer). */
export const GOODS_CODES: Condition = `${digitsIn("stock_code")} >= 2`;

/** Two services hide behind codes with digits. */
export const GOODS_DESCRIPTIONS: Condition =
  "description NOT IN ('Next Day Carriage', 'High Resolution Image')";

/** A price above zero. */
export const PRICED: Condition = "unit_price > 0";

/** A quantity above zero: a purchase, not a return. */
export const PURCHASES: Condition = "quantity > 0";

/**
 * The rows with a column `fails`: the number, from 1, of the first condition that a row does not meet, or 0. One
 * pass marks what a chain of selects would read again and again.
 */
export const marked = (from: string, conditions: readonly Condition[]) => `
  SELECT *, CASE
    ${conditions.map((condition, i) => `WHEN NOT (${condition}) THEN ${i + 1}`).join("\n    ")}
    ELSE 0 END AS fails
  FROM (${from}) AS unmarked`;

const ALIKE = "PARTITION BY customer, stock_code, unit_price, abs(quantity)";
const SO_FAR = `${ALIKE} ORDER BY invoice_time, line`;

/**
 * Pairs of a cancellation and the latest earlier purchase line of the same customer, code, price and
 * quantity that no other cancellation has taken: `cancelled` and `bought` are the two lines, `worth` is
 * quantity times price.
 *
 * It is the matching of brackets, written with windows. A purchase opens (+1), a cancellation closes
 * (-1); `depth` is how many are open: the running total above its lowest point so far. A cancellation
 * that makes a new lowest point finds nothing open and stays alone. On each level of depth opens and
 * closes alternate, so the partner of a close is the row before it on its level.
 */
export const CANCELLATION_PAIRS: StepSql = (from) => `
  WITH returned AS (
    SELECT DISTINCT customer AS by_customer, stock_code AS code, unit_price AS price, -quantity AS units
    FROM ${from}
    WHERE quantity < 0
  ), moves AS (
    SELECT line, customer, stock_code, unit_price, quantity, invoice_time,
      CASE WHEN quantity > 0 THEN 1 ELSE -1 END AS move
    FROM ${from}
    JOIN returned
      ON customer = by_customer AND stock_code = code AND unit_price = price AND abs(quantity) = units
  ), totals AS (
    SELECT *, sum(move) OVER (${SO_FAR} ROWS UNBOUNDED PRECEDING) AS total
    FROM moves
  ), floors AS (
    SELECT *, least(0, min(total) OVER (${SO_FAR} ROWS UNBOUNDED PRECEDING)) AS lowest
    FROM totals
  ), depths AS (
    SELECT *, total - lowest AS depth, coalesce(lag(lowest) OVER (${SO_FAR}), 0) AS lowest_before
    FROM floors
  ), matched AS (
    SELECT *, CASE WHEN move = 1 THEN depth ELSE depth + 1 END AS level
    FROM depths
    WHERE move = 1 OR lowest = lowest_before
  ), partners AS (
    SELECT *, lag(line) OVER (${ALIKE}, level ORDER BY invoice_time, line) AS bought
    FROM matched
  )
  SELECT line AS cancelled, bought, abs(quantity) * unit_price AS worth
  FROM partners
  WHERE move = -1`;

/** Derived columns of an order line; weekday 0 is Monday (1900-01-01 was one). */
export const ORDER_LINES: StepSql = (from) => `
  SELECT line, customer, invoice AS order_id, invoice_time AS order_time, stock_code AS product,
    upper(description) AS description, quantity, unit_price, country,
    quantity * unit_price AS total_purchase,
    EXTRACT(YEAR FROM invoice_time) AS year,
    EXTRACT(MONTH FROM invoice_time) AS month,
    EXTRACT(DAY FROM invoice_time) AS day,
    date_diff('day', DATE '1900-01-01', CAST(invoice_time AS DATE)) % 7 AS weekday,
    CAST(invoice_time AS DATE) AS date,
    substr(CAST(CAST(invoice_time AS DATE) AS VARCHAR), 1, 7) AS year_month,
    EXTRACT(HOUR FROM invoice_time) AS hour
  FROM ${from}`;
