import { type Layout, type RawColumn, text } from "../layout";

/** Months as the discounts write them, in the calendar's order. */
export const MONTHS = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

/** What a line of sale says of a coupon. "Clicked" means seen and not used: it takes nothing off the price. */
export const COUPON_STATES = ["Clicked", "Used", "Not Used"] as const;

/** A text of one of a few values. */
function oneOf(header: string, name: string, values: readonly string[]): RawColumn {
  return { ...text(header, name, false), pattern: values.join("|"), looks: `one of ${values.join(", ")}` };
}

function amount(
  header: string,
  name: string,
  looks: string,
  pattern = "[0-9]{1,9}(\\.[0-9]{1,3})?",
): RawColumn {
  return { header, name, type: "decimal", nullable: false, looks, pattern };
}

function whole(header: string, name: string, looks: string, pattern: string): RawColumn {
  return { header, name, type: "integer", nullable: false, looks, pattern };
}

function day(header: string): RawColumn {
  const looks = "a day of 2019 such as 2019-01-31";
  return { header, name: "date", type: "date", nullable: false, looks, pattern: "2019-[0-9]{2}-[0-9]{2}" };
}

/** Seven digits of quantity and of price: their product keeps within the engine's exact decimals of 18 digits. */
const price = "a price from 0 to 9999999.999 with at most 3 decimals such as 6.5";
const money = "an amount of 0 or more with at most 3 decimals such as 6.5";
const file = (columns: readonly RawColumn[], numbered = false): Layout => {
  return { dataset: "ecommerce", encoding: "utf-8", numbered, columns };
};

/** The five raw files of "E-commerce 2019" by their names: comma separated, LF, UTF-8, headers in Korean. */
export const ECOMMERCE_FILES = {
  sales: "Onlinesales_info.csv",
  customers: "Customer_info.csv",
  discounts: "Discount_info.csv",
  marketing: "Marketing_info.csv",
  taxes: "Tax_info.csv",
} as const;

/** The layouts of the five files, by the names of their tables in the engine. */
export const ECOMMERCE_LAYOUTS: Readonly<Record<keyof typeof ECOMMERCE_FILES, Layout>> = {
  sales: file(
    [
      text("고객ID", "customer", false),
      text("거래ID", "transaction", false),
      day("거래날짜"),
      text("제품ID", "product", false),
      text("제품카테고리", "category", false),
      whole("수량", "quantity", "a whole number from 1 such as 2", "[1-9][0-9]{0,6}"),
      amount("평균금액", "unit_price", price, "[0-9]{1,7}(\\.[0-9]{1,3})?"),
      amount("배송료", "delivery_fee", money),
      oneOf("쿠폰상태", "coupon", COUPON_STATES),
    ],
    true,
  ),
  customers: file([
    text("고객ID", "customer", false),
    oneOf("성별", "gender", ["남", "여"]),
    text("고객지역", "region", false),
    whole("가입기간", "tenure", "a whole number of months such as 12", "[0-9]{1,4}"),
  ]),
  discounts: file([
    oneOf("월", "month", MONTHS),
    text("제품카테고리", "category", false),
    text("쿠폰코드", "coupon_code", false),
    whole("할인율", "rate", "a whole number of per cent from 0 to 100", "[0-9]|[1-9][0-9]|100"),
  ]),
  marketing: file([
    day("날짜"),
    amount("오프라인비용", "offline_cost", money),
    amount("온라인비용", "online_cost", money),
  ]),
  taxes: file([
    text("제품카테고리", "category", false),
    amount("GST", "gst", "a share from 0 to 1 such as 0.18", "0(\\.[0-9]{1,3})?|1(\\.0{1,3})?"),
  ]),
};
