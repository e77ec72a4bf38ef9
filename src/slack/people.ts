import type { SlackUserId } from "../core/ids.js";
import type { Now, Person, Store } from "../flows/ports.js";
import type { SlackClients } from "./slack-clients.js";

type Known = Pick<Person, "locale" | "zone">;

/** A person's language and zone: what words need. */
export type People = {
  /**
   * In the language the executive chose for herself, where she did. Never fails: whom Slack does not describe in time is
   * taken as `otherwise`, English where nothing is known.
   * @param asked «fresh» waits for Slack's newest word, within the same patience
   */
  find(userId: SlackUserId, otherwise?: Known, asked?: "known" | "fresh"): Promise<Known>;
};

/** What is known is used at once, and asked again behind it when it is older than this. */
const freshMs = 60_000;
/** A command is answered within 3 seconds, in whatever language is known by then. */
const patienceMs = 800;

type Needs = {
  readonly store: Pick<Store, "person" | "commit" | "desk">;
  readonly slack: Pick<SlackClients, "prompt">;
  readonly now: Now;
};

export function knowPeople(needs: Needs): People {
  const asking = new Map<string, Promise<Person | null>>();

  /** One question at a time about one person. */
  function ask(userId: SlackUserId): Promise<Person | null> {
    const underWay = asking.get(userId);
    if (underWay) return underWay;
    const asked = askSlack(userId, needs)
      .catch(() => null)
      .finally(() => asking.delete(userId));
    asking.set(userId, asked);
    return asked;
  }

  async function known(userId: SlackUserId, otherwise: Known, wanted: "known" | "fresh"): Promise<Known> {
    const person = await remembered(userId, needs.store);
    if (person && needs.now() - person.seenAt < freshMs) return person;
    const asked = ask(userId);
    if (person && wanted === "known") return person;
    return (await Promise.race([asked, after(patienceMs)])) ?? person ?? otherwise;
  }

  return {
    async find(userId, otherwise = { locale: "en-US", zone: "UTC" }, wanted = "known") {
      const [{ locale, zone }, chosen] = await Promise.all([
        known(userId, otherwise, wanted),
        chosenLanguage(userId, needs.store),
      ]);
      return { locale: chosen ?? locale, zone };
    },
  };
}

/** What she set for herself; null for anybody else, and where she leaves it to Slack. */
async function chosenLanguage(userId: SlackUserId, store: Pick<Store, "desk">): Promise<string | null> {
  const desk = await store.desk().catch(() => null);
  return desk?.executiveId === userId ? desk.settings.language : null;
}

async function askSlack(userId: SlackUserId, { store, slack, now }: Needs): Promise<Person | null> {
  const { user } = await slack.prompt.users.info({ user: userId, include_locale: true });
  if (!user) return null;
  const known = await remembered(userId, store);
  const row: Person = {
    userId,
    version: known?.version ?? 0,
    locale: user.locale ?? known?.locale ?? "en-US",
    zone: user.tz ?? known?.zone ?? "UTC",
    seenAt: now(),
  };
  const change = { at: now(), expect: [], put: [{ table: "person", row } as const], show: [], record: [] };
  await store.commit(change).catch(() => null);
  return row;
}

/** When the database cannot be read, people must still be told so, in their language. */
function remembered(userId: SlackUserId, store: Needs["store"]): Promise<Person | null> {
  return store.person(userId).catch(() => null);
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null).unref());
}
