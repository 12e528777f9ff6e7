// The escape character is what this file is about.
const esc = String.fromCharCode(27);
const sequences = new RegExp(
  `${esc}(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\u0007${esc}]*(?:\\u0007|${esc}\\\\)|[@-Z\\\\-_])`,
  "g",
);

/**
 * Takes the ANSI escape sequences (colours, cursor moves, titles) out of terminal text.
 *
 * @example stripAnsi("\u001b[31mred\u001b[0m") // "red"
 */
export function stripAnsi(text: string): string {
  return text.replace(sequences, "");
}

/**
 * Folds carriage returns and backspaces as a terminal shows them: what follows `\r` overwrites the line from
 * its start. Cost is linear in the text.
 *
 * @example foldCarriageReturns("10 %\r100 %\n") // "100 %\n"
 */
export function foldCarriageReturns(text: string): string {
  if (!/[\r\b]/.test(text)) return text;
  return text.replace(/\r+\n/g, "\n").split("\n").map(foldLine).join("\n");
}

function foldLine(line: string): string {
  if (!/[\r\b]/.test(line)) return line;
  const shown: string[] = [];
  let column = 0;
  for (const character of line) {
    if (character === "\r") column = 0;
    else if (character === "\b") column = Math.max(0, column - 1);
    else shown[column++] = character;
  }
  return shown.join("");
}
