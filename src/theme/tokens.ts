/**
 * The colours of charts and reports, in one place.
 *
 * Charts are drawn with the light value; `withVariables` then turns each of these exact
 * values into `var(--sb-NAME, #LIGHT)`, so that the same SVG follows a report into dark mode and still stands
 * on its own elsewhere. No two tokens may share a light value (a test holds this).
 *
 * Series colours: Okabe & Ito (2008), "Color Universal Design", darkened where needed, so that text in the
 * colour of paper reaches 4.5:1 on them (a test holds this).
 *
 * `q1` to `q9` are a sequential ramp, low to high: light to dark on paper, dark to light in the dark theme.
 * Text on `q1`–`q4` is `onLow`, on `q5`–`q9` `onHigh`; both reach 4.5:1 on every step of theirs (a test holds this).
 */
export const tokens = {
  paper: { light: "#fffffe", dark: "#16191e" },
  ink: { light: "#1c2024", dark: "#e8eaed" },
  muted: { light: "#5a6069", dark: "#a6adb8" },
  grid: { light: "#e3e6ea", dark: "#2e343c" },
  axis: { light: "#9aa1ab", dark: "#6b7480" },
  s1: { light: "#0067a5", dark: "#5cb3ef" },
  s2: { light: "#c05509", dark: "#f49a52" },
  s3: { light: "#00805e", dark: "#3cc79b" },
  s4: { light: "#a63d80", dark: "#e08cc0" },
  s5: { light: "#8a6d00", dark: "#d9b93c" },
  s6: { light: "#4b5fc4", dark: "#98a8f8" },
  s7: { light: "#6b4f3a", dark: "#c9a88f" },
  s8: { light: "#6d7278", dark: "#a9aeb5" },
  published: { light: "#c4570b", dark: "#f49a53" },
  corrected: { light: "#0067a6", dark: "#5cb3f0" },
  q1: { light: "#eaf2fa", dark: "#1b2a38" },
  q2: { light: "#cfe3f3", dark: "#1f3a52" },
  q3: { light: "#abcee8", dark: "#234b6d" },
  q4: { light: "#7db3da", dark: "#285d89" },
  q5: { light: "#3376b0", dark: "#4a90c4" },
  q6: { light: "#2768a3", dark: "#66a8d6" },
  q7: { light: "#1c588f", dark: "#86bfe5" },
  q8: { light: "#124674", dark: "#a9d5f1" },
  q9: { light: "#0a3457", dark: "#d0eafb" },
  onLow: { light: "#1c2023", dark: "#f1f3f5" },
  onHigh: { light: "#fffffd", dark: "#0e1115" },
} as const;

/** Name of a colour, such as `ink` or `s1`. */
export type Token = keyof typeof tokens;
