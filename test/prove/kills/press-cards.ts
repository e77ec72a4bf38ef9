import type { Acted, SeenMessage } from "../../../src/sandbox/slack/hands.js";
import { NotOnScreen } from "../../../src/sandbox/slack/not-on-screen.js";
import { forgePress } from "../../story/forge-press.js";
import { CAMILLE, TOM } from "../../story/people.js";
import { formOf, liveButtons, plainTexts, pressOn } from "../../story/read-screen.js";
import type { House } from "../../story/start-house.js";
import type { CardStory, Press } from "./evidence.js";
import type { CardBook } from "./follow-cards.js";

/** What she, and who would like to be her, can do to a card. */
export type CardPresses = {
  approve(story: CardStory): Promise<void>;
  rewrite(story: CardStory, text: string): Promise<void>;
  schedule(story: CardStory, seconds: number): Promise<void>;
  /** A press that approves nothing: `decline`, `cancel`, `take_back`, `look_again`. */
  /** A scheduled post, at once. */
  postNow(story: CardStory): Promise<void>;
  press(story: CardStory, actionId: string): Promise<void>;
  /** Her answer to «Did it appear?». */
  answer(story: CardStory, appeared: boolean): Promise<void>;
  /** The press of a wording that the card does not show any more. */
  pressOld(story: CardStory, value: string): Promise<void>;
  /** A member of the team sends the press of her button. */
  pressAsTeam(story: CardStory): Promise<void>;
  /** Nothing she has begun is still under way. */
  idle(): boolean;
};

/** Slack opens no form later than this: none can turn up that belongs to another card. */
const formOpensMs = 3_200;

export function pressCards(house: House, book: CardBook): CardPresses {
  const { hands } = house.slack;
  let underWay = 0;
  let formInUse = false;

  /** She does one thing with a form at a time, and closes what the bot's death left open. */
  async function inForm(
    story: CardStory,
    act: "rewrite" | "schedule",
    fillIn: (viewId: string) => Promise<void>,
  ): Promise<void> {
    if (formInUse) return;
    formInUse = true;
    try {
      await pressed(story, act);
      const opened = () => {
        const form = formOf(house, CAMILLE);
        return form?.callbackId === act && form;
      };
      const form = await house.until("the form opens", opened, formOpensMs).catch(() => null);
      if (form) await unlessItWent(() => fillIn(form.id));
    } finally {
      // One at a time, as it stands by then: what was handed in late may close one meanwhile.
      for (let top = formOf(house, CAMILLE); top; top = formOf(house, CAMILLE)) {
        const { id: viewId } = top;
        await unlessItWent(() => hands.closeView({ user: CAMILLE, viewId }));
      }
      formInUse = false;
    }
  }

  /** The bot answers while she types: a form that has changed or closed under her hand is left as it is. */
  async function unlessItWent(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof NotOnScreen)) throw error;
    }
  }

  async function counted(act: () => Promise<unknown>): Promise<void> {
    underWay += 1;
    try {
      await act();
    } finally {
      underWay -= 1;
    }
  }

  function standing(story: CardStory): Pick<SeenMessage, "blocks"> {
    const { ts } = book.faceOf(story);
    const conversation = hands.look(CAMILLE).conversations.find(({ id }) => id === book.channel);
    return conversation?.messages.find((each) => each.ts === ts) ?? { blocks: [] };
  }

  const offers = (story: CardStory, name: string) => liveButtons(standing(story)).includes(name);

  /** A button of the card, or the choice of that name in its menu. */
  function pressed(story: CardStory, name: string): Promise<Acted> {
    const { ts } = book.faceOf(story);
    return hands.press({ user: CAMILLE, channel: book.channel, ts, ...pressOn(standing(story), name) });
  }

  /** Noted before it is sent: what she pressed on is what stood there then. */
  async function approving(story: CardStory, act: Press["act"], text: string, send: () => Promise<Acted>) {
    const face = story.faces.length - 1;
    const press: Press = { act, text, face, at: Date.now(), heard: "pending", refused: false };
    story.presses.push(press);
    const sent = await send().catch((error: unknown) => {
      // Nothing left her phone: there was no such press.
      if (error instanceof NotOnScreen) story.presses.splice(story.presses.indexOf(press), 1);
      throw error;
    });
    const { slackError, fieldErrors } = sent;
    press.heard = slackError === null ? "acknowledged" : "unheard";
    press.refused = fieldErrors !== null || formOf(house, CAMILLE)?.callbackId === "answer";
  }

  const handIn = (viewId: string) => () => hands.submit({ user: CAMILLE, viewId });

  return {
    idle: () => underWay === 0,
    approve: (story) =>
      counted(() => approving(story, "approve", book.faceOf(story).text, () => pressed(story, "approve"))),
    rewrite: (story, text) =>
      counted(() =>
        inForm(story, "rewrite", async (viewId) => {
          const field = { viewId, blockId: "text", actionId: "value", value: text };
          await hands.fill({ user: CAMILLE, ...field });
          await approving(story, "rewrite", text, handIn(viewId));
        }),
      ),
    schedule: (story, seconds) =>
      counted(() =>
        inForm(story, "schedule", async (viewId) => {
          const value = Math.ceil(Date.now() / 1000) + seconds;
          const shown = plainTexts(formOf(house, CAMILLE) ?? { blocks: [] }).join("");
          await hands.fill({ user: CAMILLE, viewId, blockId: "when", actionId: "value", value });
          await approving(story, "schedule", shown, handIn(viewId));
        }),
      ),
    postNow: async (story) => {
      if (offers(story, "post_now"))
        await counted(() =>
          approving(story, "post_now", book.faceOf(story).text, () => pressed(story, "post_now")),
        );
    },
    press: (story, actionId) => counted(() => pressed(story, actionId)),
    answer(story, appeared) {
      const { text } = book.faceOf(story);
      story.words.push({ appeared, text, at: Date.now() });
      return counted(() => pressed(story, appeared ? "it_appeared" : "it_did_not"));
    },
    pressOld: (story, value) =>
      counted(() => forgePress(house, { user: CAMILLE, ...buttonOf(story, value) })),
    pressAsTeam(story) {
      const { value } = book.faceOf(story);
      return counted(() => forgePress(house, { user: TOM, ...buttonOf(story, value ?? "") }));
    },
  };

  function buttonOf(story: CardStory, value: string) {
    return { channel: book.channel, ts: book.faceOf(story).ts, actionId: "approve", value };
  }
}
