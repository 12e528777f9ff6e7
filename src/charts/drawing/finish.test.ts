import assert from "node:assert/strict";
import { test } from "node:test";
import { finish } from "./finish";

const about = { title: "A & B", alt: 'Most: "x" < 3.', width: 100 };
const svg = (body: string) => `<svg width="100" height="50" class="marks"><style>text{}</style>${body}</svg>`;

test("ids are renamed with all that refers to them, by what is drawn and not by its order in the process", () => {
  const clipped = (id: string, d: string) =>
    finish(
      svg(
        `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})"><use href="#${id}"/></g>`,
      ),
      about,
    );
  const [first, again, other] = [
    clipped("clip1", "M0,0"),
    clipped("clip7", "M0,0"),
    clipped("clip1", "M1,1"),
  ];
  assert.equal(first, again);
  const [id, clip, use] = [/\sid="([^"]*)"/, /url\(#([^)]*)\)/, /href="#([^"]*)"/].map(
    (part) => part.exec(first)?.[1],
  );
  assert.match(id!, /^sb[0-9a-f]{8}-0$/);
  assert.deepEqual([clip, use], [id, id]);
  assert.ok(!other.includes(id!));
});

test("style elements go, style attributes become attributes of the drawing", () => {
  const done = finish(svg('<path style="fill: red; cursor: pointer" d="M0,0"/>'), about);
  assert.ok(done.includes('<path fill="red" d="M0,0"/>'));
  assert.doesNotMatch(done, /<style|style=|cursor|class=/);
});

test("coordinates are rounded to a hundredth of a pixel", () => {
  assert.ok(finish(svg('<path d="M1.23456,-1e-15h3.999"/>'), about).includes('d="M1.23,0h4"'));
});

test("title and alternative text are the label, escaped", () => {
  assert.ok(finish(svg(""), about).includes('aria-label="A &amp; B. Most: &quot;x&quot; &lt; 3."'));
});

test("a label that was cut bears its full text", () => {
  const full = new Map([["a & l…", "a & long one"]]);
  const done = finish(svg("<text>a &amp; l…</text><text>b</text>"), { ...about, full });
  assert.ok(done.includes("<text>a &amp; l…<title>a &amp; long one</title></text><text>b</text>"));
});

test("what is no SVG with a size is refused", () => {
  for (const text of ["", "<figure></figure>", "<svg></svg>"])
    assert.throws(() => finish(text, about), /width and a height/);
});
