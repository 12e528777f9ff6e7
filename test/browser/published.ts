/** What the reports of one data set must show when they are made of the real files. */
export interface Published {
  /** A file of the data set, below the data folder; without it there is nothing to compare. */
  readonly file: string;
  /** How many published figures are marked as reproduced, at least. */
  readonly reproduced: number;
  /** The figures that are marked as not reproduced, in the order of the reports: each is told of in its report. */
  readonly differing: readonly string[];
  /** Texts that stand in the reports. */
  readonly shown: readonly string[];
}

/** By the folder of the reports, or by the report's own name where it lies in none. */
export const published: Readonly<Record<string, Published>> = {
  "00-audit.html": {
    file: "ecommerce/Onlinesales_info.csv",
    reproduced: 0,
    differing: [],
    shown: [
      ...["£15,606.28", "£103,229.78", "82.9 %", "0.0053", "0.377 and 0.508", "20.98", "0.309"],
      ...["What the auditor finds in study 000", "What the auditor finds in study 004"],
    ],
  },
  "online-retail": {
    file: "online-retail/data.csv",
    reproduced: 140,
    differing: [
      "Saudi Arabia",
      "k = 7",
      "Cluster 0, Cannot lose them",
      "Cluster 2, Loyal customer",
      "Cluster 2, New customers",
      "1: BLUE → PINK POLKADOT CANDLES, confidence",
    ],
    shown: [
      ...["541,909", "391,068", "8,736,000.64", "8,350,041.91", "15,606.28", "2011-09-20", "82.9", "94.3"],
      ...["1,378", "1,209", "6773.6", "3691.7", ".442", "0.309"],
      ...["334,394", "206", "612", "36,138", "37,870", "0.241"],
      ...["3,360", "0.8589", "0.619", "134,530", "1,792", "10.7"],
    ],
  },
  instacart: {
    file: "instacart/orders.csv",
    reproduced: 7,
    differing: [
      "Promising (잠재 우수)",
      "Promising (잠재 우수), of customers",
      "Lines in an order of a VIP, as said in the text",
    ],
    shown: ["206,209 users", "20.98", "94.0", "이탈", "58,396", "0.377", "0.508", "248,167"],
  },
  ecommerce: {
    file: "ecommerce/Onlinesales_info.csv",
    reproduced: 154,
    differing: [
      "VIP, the study's summary",
      "Platinum, the study's summary",
      "Frequent here and not there: in both lists",
      "Office: mean units of a product",
      "Office: mean revenue of a product",
    ],
    shown: [
      "4,670,794.62",
      "26,631",
      "52,381",
      "48.8",
      "42188",
      "16.55",
      "9.54",
      "USER_1358",
      "0.0170",
      "28.5",
    ],
  },
};
