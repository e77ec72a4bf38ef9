import { useState } from "react";
import type { Seen } from "../slack/hands.js";
import type {
  AppFacts,
  BotState,
  CastMember,
  ShelfArticle,
  TroubleState,
  XProfile,
} from "../stage/stage-api.js";
import { Backstage } from "./backstage.js";
import { BottomBar, type Pane } from "./bottom-bar.js";
import { ConversationView } from "./conversation-view.js";
import { FirstSteps } from "./first-steps.js";
import { FormDialog } from "./form-dialog.js";
import { HomeView } from "./home-view.js";
import { maySpeak } from "./may-speak.js";
import { Newsstand } from "./newsstand.js";
import { postOnProfile, type Spotlight } from "./post-on-profile.js";
import { type Place, Rail } from "./rail.js";
import { ReaderContext } from "./reader.js";
import { useConnected } from "./use-connected.js";
import { useLive } from "./use-live.js";
import { useStored } from "./use-stored.js";
import { useUnread } from "./use-unread.js";
import { XProfileView } from "./x-profile.js";

/** The whole page: who you are, what you see in Slack, and what the world sees on X. */
export function App() {
  const cast = useLive<CastMember[]>("/api/cast", "slack") ?? [];
  const [chosen, setChosen] = useState<string | null>(() => location.hash.slice(1) || null);
  const user = cast.find(({ id }) => id === chosen)?.id ?? cast[0]?.id ?? null;
  const seen = useLive<Seen>(user === null ? null : `/api/seen?user=${user}`, "slack");
  const app = useLive<AppFacts>("/api/app", null);
  const profile = useLive<XProfile>("/api/x", "x");
  const articles = useLive<ShelfArticle[]>("/api/newsstand", null) ?? [];
  const bot = useLive<BotState>("/api/bot", "bot");
  const troubles = useLive<TroubleState[]>("/api/trouble", "trouble") ?? [];
  const connected = useConnected();

  const [places, setPlaces] = useState<Record<string, Place>>({});
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [pane, setPane] = useState<Pane>("chat");
  const [backstage, setBackstage] = useState(false);
  const [hasPressed, setHasPressed] = useState(false);
  const [spotlight, setSpotlight] = useState<Spotlight | null>(null);
  const [guided, setGuided] = useStored("guided", true);

  const place = (user !== null && places[user]) || firstPlace(seen);
  const conversation =
    place?.kind === "conversation" ? (seen?.conversations.find(({ id }) => id === place.id) ?? null) : null;
  const unread = useUnread(cast, user !== null && conversation ? { user, channel: conversation.id } : null);

  function become(next: string): void {
    setChosen(next);
    setTrouble(null);
    // Each window may be somebody else, and stays so when it is loaded again.
    history.replaceState(null, "", `#${next}`);
  }
  function goTo(next: Place, as: string | null = user): void {
    if (as !== null) setPlaces({ ...places, [as]: next });
    setTrouble(null);
    setPane("chat");
  }
  function suggest(url: string): void {
    const channel = (
      conversation?.member && maySpeak(conversation, app)
        ? conversation
        : seen?.conversations.find(({ kind, member }) => kind === "channel" && member)
    )?.id;
    if (user === null || channel === undefined) return;
    setDrafts({ ...drafts, [`${user} ${channel}`]: `/suggest ${url} ` });
    goTo({ kind: "conversation", id: channel });
  }

  function showHere(url: string): boolean {
    const post = profile && postOnProfile(url, profile.handle);
    if (!post) return false;
    setSpotlight({ ...post });
    setPane("x");
    return true;
  }

  const [suggester, executive] = cast;
  const steps = [
    cast.some(
      ({ id, newest }) =>
        id === executive?.id && Object.keys(newest).some((channel) => channel.startsWith("D")),
    ),
    hasPressed || (profile?.posts.length ?? 0) > 0,
    (profile?.posts.length ?? 0) > 0,
  ] as const;
  function takeStep(step: 1 | 2 | 3): void {
    if (step === 1 && suggester) become(suggester.id);
    if (step === 2 && executive) {
      become(executive.id);
      const card = Object.keys(executive.newest).find((channel) => channel.startsWith("D"));
      if (card !== undefined) goTo({ kind: "conversation", id: card }, executive.id);
    }
    setPane(step === 1 ? "news" : step === 2 ? "chat" : "x");
  }

  const form = seen?.views.at(-1);
  const freshElsewhere = cast.some(({ id, newest }) =>
    Object.keys(newest).some((channel) => unread(id, channel)),
  );
  return (
    <ReaderContext
      value={seen && { person: seen.user, people: seen.people, conversations: seen.conversations, showHere }}
    >
      <div className="page" data-pane={pane}>
        <Rail
          seen={seen}
          cast={cast}
          user={user ?? ""}
          place={place}
          unread={unread}
          bot={bot}
          onUser={become}
          onPlace={goTo}
          onBackstage={() => setBackstage(true)}
        />
        <main className="middle pane">
          {guided && suggester && executive && (
            <FirstSteps
              done={steps}
              suggester={firstName(suggester)}
              executive={firstName(executive)}
              onStep={takeStep}
              onClose={() => setGuided(false)}
            />
          )}
          {!connected && (
            <p className="banner" role="alert">
              The sandbox does not answer: it was stopped, or is starting again.
            </p>
          )}
          {bot !== null && bot.status !== "running" && (
            <p className="banner" role="alert">
              {bot.status === "crashed" ? "The bot is down." : "The bot is stopped."} Start it again under
              Backstage.
            </p>
          )}
          {seen && conversation && user !== null && (
            <ConversationView
              seen={seen}
              conversation={conversation}
              silent={!maySpeak(conversation, app)}
              draft={drafts[`${user} ${conversation.id}`] ?? ""}
              onDraft={(draft) => setDrafts((kept) => ({ ...kept, [`${user} ${conversation.id}`]: draft }))}
              onTrouble={setTrouble}
              onPressed={() => setHasPressed(hasPressed || user === executive?.id)}
            />
          )}
          {seen && place?.kind === "home" && <HomeView key={user} seen={seen} onTrouble={setTrouble} />}
          {trouble && (
            <p className="banner below" role="alert" data-slack-error>
              {trouble}
              <button type="button" className="icon" aria-label="Dismiss" onClick={() => setTrouble(null)}>
                ✕
              </button>
            </p>
          )}
        </main>
        <div className="side">
          {seen && <XProfileView profile={profile} reader={seen.user} phone="pane" spotlight={spotlight} />}
          <Newsstand
            articles={articles}
            as={firstName(cast.find(({ id }) => id === user))}
            phone="pane"
            onSuggest={suggest}
          />
        </div>
        <BottomBar pane={pane} fresh={freshElsewhere} onPane={setPane} />
        {seen && form && <FormDialog key={form.id} view={form} />}
        {backstage && <Backstage bot={bot} troubles={troubles} onClose={() => setBackstage(false)} />}
      </div>
    </ReaderContext>
  );
}

/** A person starts where something may be waiting: the app's messages, else her first channel. */
function firstPlace(seen: Seen | null): Place | null {
  const inside = seen?.conversations.filter(({ member }) => member) ?? [];
  const team = inside.find(({ name }) => name === "comms");
  const first = team ?? inside.find(({ kind }) => kind === "dm") ?? inside[0];
  return first ? { kind: "conversation", id: first.id } : null;
}

function firstName(member: CastMember | undefined): string {
  return member?.name.split(" ")[0] ?? "";
}
