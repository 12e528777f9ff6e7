/** The parts of ml-cart 2.1.1 that this project uses; the package brings no types of its own. */
declare module "ml-cart" {
  /** Choices for growing a tree. */
  export interface TreeOptions {
    gainFunction?: "gini" | "regression";
    splitFunction?: "mean";
    /** A node with no more rows than this becomes a leaf; 3 unless told. */
    minNumSamples?: number;
    /** The deepest level; no limit unless told. */
    maxDepth?: number;
    /** The least gain that is worth a split (classifier only); 0.01 unless told. */
    gainThreshold?: number;
  }

  /** A classification tree (CART, Gini impurity); classes are 0, 1, 2 … */
  export class DecisionTreeClassifier {
    constructor(options?: TreeOptions);
    /** Grows the tree from rows of features and a class for each. */
    train(rows: readonly (readonly number[])[], classes: readonly number[]): void;
    predict(rows: readonly (readonly number[])[]): number[];
    toJSON(): { name: "DTClassifier"; options: TreeOptions; root: unknown };
    static load(model: { name: string; options: TreeOptions; root: unknown }): DecisionTreeClassifier;
  }

  /** A regression tree (CART, least squares). */
  export class DecisionTreeRegression {
    constructor(options?: TreeOptions);
    /** Grows the tree from rows of features and a value for each. */
    train(rows: readonly (readonly number[])[], values: readonly number[]): void;
    predict(rows: readonly (readonly number[])[]): number[];
    toJSON(): { name: "DTRegression"; options: TreeOptions; root: unknown };
    static load(model: { name: string; options: TreeOptions; root: unknown }): DecisionTreeRegression;
  }
}
