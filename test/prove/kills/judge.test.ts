import { describe, expect, it } from "vitest";
import type { CardStory, Create, Evidence, Face, Press, StandingPost } from "./evidence.js";
import { judge } from "./judge.js";

const text = "Night trains come back: http://127.0.0.1/a1";

const face = (at: number, kind: Face["kind"], more: Partial<Face> = {}): Face => ({
  kind,
  text,
  value: kind === "offered" ? "s.r.d.a" : null,
  setback: null,
  xPost: kind === "posted" ? "1" : null,
  ts: "1.1",
  at,
  ...more,
});
const press = (at: number, on: number, more: Partial<Press> = {}): Press => ({
  act: "approve",
  text,
  face: on,
  at,
  heard: "acknowledged",
  refused: false,
  ...more,
});
const create = (at: number, more: Partial<Create> = {}): Create => ({
  text,
  at,
  status: 201,
  witnessed: true,
  ...more,
});
const post = (at: number, more: Partial<StandingPost> = {}): StandingPost => ({ id: "1", text, at, ...more });

const story = (more: Partial<CardStory> = {}): CardStory => ({
  name: "a1",
  faces: [face(1, "offered"), face(3, "posting"), face(5, "posted")],
  presses: [press(2, 0)],
  words: [],
  ...more,
});
const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  stories: [story()],
  creates: [create(4)],
  posts: [post(4)],
  answeredAt: [],
  refusedPresses: new Map(),
  ...more,
});
const clean = { twice: [], unapproved: [], lost: [], toldWrong: [], unwitnessed: [] };

describe("the judge of the killed bot", () => {
  it("finds nothing where one press became one post and the card says so", () => {
    expect(judge(evidence())).toMatchObject({ ...clean, approved: 1, posted: 1, asked: 0 });
  });

  it("finds nothing where a request was limited by X and sent again", () => {
    const creates = [create(4, { status: 429 }), create(5)];
    expect(judge(evidence({ creates }))).toMatchObject(clean);
  });

  it("finds a text that stands on X twice after one press", () => {
    const posts = [post(4), post(5, { id: "2" })];
    expect(judge(evidence({ posts })).twice).toEqual(["a1"]);
  });

  it("finds a second request for one press, even where X refused it as a repeat", () => {
    const creates = [create(4, { status: null }), create(5, { status: 403 })];
    expect(judge(evidence({ creates })).twice).toEqual(["a1"]);
  });

  it("counts two presses on one offer as one approval", () => {
    const stories = [story({ presses: [press(2, 0), press(2, 0)] })];
    expect(judge(evidence({ stories, creates: [create(4), create(5)] })).twice).toEqual(["a1"]);
  });

  it("does not set a second request off against a later approval that sent nothing", () => {
    const later = story({
      faces: [
        face(1, "offered"),
        face(3, "posting"),
        face(6, "offered", { setback: "other" }),
        face(8, "waiting"),
        face(9, "offered", { setback: "other" }),
      ],
      presses: [press(2, 0), press(7, 2)],
    });
    const creates = [create(4, { status: null }), create(5, { status: 403 })];
    expect(judge(evidence({ stories: [later], creates, posts: [] })).twice).toEqual(["a1"]);
  });

  it("finds two wordings of one offer that both went out", () => {
    const other = "My own words";
    const stories = [story({ presses: [press(2, 0), press(2, 0, { act: "rewrite", text: other })] })];
    const found = judge(
      evidence({
        stories,
        creates: [create(4), create(5, { text: other })],
        posts: [post(4), post(5, { id: "2", text: other })],
      }),
    );
    expect(found.twice).toEqual(["a1"]);
  });

  it("lets a new press on a card given back send again", () => {
    const again = story({
      faces: [
        face(1, "offered"),
        face(3, "posting"),
        face(5, "asking"),
        face(7, "offered", { setback: "absent" }),
        face(9, "posting"),
        face(11, "posted"),
      ],
      presses: [press(2, 0), press(8, 3)],
      words: [{ appeared: false, text, at: 6 }],
    });
    const found = judge(
      evidence({ stories: [again], creates: [create(4, { status: null }), create(10)], posts: [post(10)] }),
    );
    expect(found).toMatchObject({ ...clean, approved: 2, asked: 1, lateAfterHerWord: 0 });
  });

  it("counts a post that came after her truthful no as X's doing", () => {
    const late = story({
      faces: [
        face(1, "offered"),
        face(3, "posting"),
        face(5, "asking"),
        face(7, "offered", { setback: "absent" }),
      ],
      words: [{ appeared: false, text, at: 6 }],
    });
    const found = judge(
      evidence({ stories: [late], creates: [create(4, { status: 503 })], posts: [post(8)] }),
    );
    expect(found).toMatchObject({ ...clean, lateAfterHerWord: 1 });
  });

  it("finds bytes on X that she never pressed on, or pressed on only later", () => {
    const changed = `${text} `;
    const found = judge(evidence({ creates: [create(4, { text: changed })], posts: [] }));
    expect(found.unapproved).toEqual([changed]);
    expect(judge(evidence({ stories: [story({ presses: [press(9, 0)] })] })).unapproved).toEqual([
      text,
      text,
    ]);
  });

  it("finds an acknowledged press after which the card stands as it stood, unless it was refused", () => {
    const stories = [story({ faces: [face(1, "offered")] })];
    const silent = evidence({ stories, creates: [], posts: [] });
    expect(judge(silent).lost).toEqual(["a1"]);
    const refused = { ...silent, refusedPresses: new Map([["s", 1]]) };
    expect(judge(refused)).toMatchObject({ lost: [], refused: 1, refusedUntold: 1 });
    expect(judge({ ...refused, answeredAt: [3] })).toMatchObject({ lost: [], refused: 1, refusedUntold: 0 });
    const unheard = [story({ faces: [face(1, "offered")], presses: [press(2, 0, { heard: "unheard" })] })];
    expect(judge({ ...silent, stories: unheard }).lost).toEqual([]);
  });

  it("finds the one press among several that nobody refused", () => {
    const stories = [story({ faces: [face(1, "offered")], presses: [press(2, 0), press(3, 0)] })];
    const refusedPresses = new Map([["s", 1]]);
    expect(judge(evidence({ stories, creates: [], posts: [], refusedPresses })).lost).toEqual(["a1"]);
  });

  it("finds an approval that ends in the middle, or is offered again without a word", () => {
    for (const kind of ["waiting", "posting", "looking", "something else"] as const) {
      const stories = [story({ faces: [face(1, "offered"), face(3, "posting"), face(5, kind)] })];
      expect(judge(evidence({ stories, posts: [] })).lost, kind).toEqual(["a1"]);
    }
    const silently = [story({ faces: [face(1, "offered"), face(3, "posting"), face(5, "offered")] })];
    expect(judge(evidence({ stories: silently, posts: [] })).lost).toEqual(["a1"]);
  });

  it("finds a card that says posted where X shows nothing, and one that says not posted where X shows it", () => {
    expect(judge(evidence({ posts: [] })).toldWrong).toEqual(["a1"]);
    const back = face(6, "offered", { setback: "other" });
    const stories = [story({ faces: [face(1, "offered"), face(3, "posting"), back] })];
    expect(judge(evidence({ stories })).toldWrong).toEqual(["a1"]);
  });

  it("finds a request that reached X while her card did not say so", () => {
    expect(judge(evidence({ creates: [create(4, { witnessed: false })] })).unwitnessed).toEqual([text]);
  });
});
