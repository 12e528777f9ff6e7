import { type Layout, text } from "../layout";

/**
 * The raw file of "Online Retail": comma separated, quoted with `"`, CRLF, ISO-8859-1, one header row.
 * In the engine the table has the number `line` (1 is the first data row) before these columns.
 */
export const ONLINE_RETAIL_LAYOUT: Layout = {
  dataset: "online-retail",
  encoding: "latin-1",
  numbered: true,
  columns: [
    text("InvoiceNo", "invoice", false),
    text("StockCode", "stock_code", false),
    text("Description", "description", true),
    {
      header: "Quantity",
      name: "quantity",
      type: "integer",
      nullable: false,
      looks: "a whole number such as 6 or -1",
    },
    {
      header: "InvoiceDate",
      name: "invoice_time",
      type: "time",
      nullable: false,
      looks: "month/day/year hour:minute such as 12/1/2010 8:26",
    },
    {
      header: "UnitPrice",
      name: "unit_price",
      type: "decimal",
      nullable: false,
      looks: "a number with at most 3 decimals such as 2.55",
    },
    text("CustomerID", "customer", true),
    text("Country", "country", false),
  ],
};
