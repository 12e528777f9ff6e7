/** The look: what a notebook imports from this room. */

export { compact, count, duration, fixed, money, percent, signed } from "./format";
